package org.firebreak.model.io;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.impl.EPackageRegistryImpl;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.firebreak.model.FirebreakPackage;

/** The EMF resource of one design: knows our package alone and resolves nothing outside itself. */
final class DesignResource extends XMIResourceImpl {
  private DesignResource(URI uri) {
    super(uri);
    setEncoding(StandardCharsets.UTF_8.name());
    setIntrinsicIDToEObjectMap(new HashMap<>());
  }

  /** An empty resource in a resource set of its own, whose registry holds only our package. */
  static DesignResource create() {
    DesignResource resource = new DesignResource(URI.createURI("design.firebreak"));
    ResourceSetImpl resources = new ResourceSetImpl();
    EPackageRegistryImpl registry = new EPackageRegistryImpl();
    registry.put(FirebreakPackage.eNS_URI, FirebreakPackage.eINSTANCE);
    resources.setPackageRegistry(registry);
    resources.getResources().add(resource);
    return resource;
  }

  static Map<Object, Object> loadOptions() {
    Map<Object, Object> options = new HashMap<>();
    options.put(XMLResource.OPTION_DEFER_IDREF_RESOLUTION, Boolean.TRUE);
    options.put(XMLResource.OPTION_USE_PACKAGE_NS_URI_AS_LOCATION, Boolean.FALSE);
    options.put(
        XMLResource.OPTION_PARSER_FEATURES,
        Map.of(
            "http://apache.org/xml/features/disallow-doctype-decl", Boolean.TRUE,
            "http://xml.org/sax/features/external-general-entities", Boolean.FALSE,
            "http://xml.org/sax/features/external-parameter-entities", Boolean.FALSE));
    return options;
  }

  static Map<Object, Object> saveOptions() {
    Map<Object, Object> options = new HashMap<>();
    options.put(XMLResource.OPTION_ENCODING, StandardCharsets.UTF_8.name());
    options.put(Resource.OPTION_LINE_DELIMITER, "\n");
    options.put(XMLResource.OPTION_USE_FILE_BUFFER, Boolean.FALSE);
    return options;
  }
}
