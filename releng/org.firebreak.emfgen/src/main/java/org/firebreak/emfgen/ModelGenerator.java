package org.firebreak.emfgen;

import java.nio.file.Path;
import java.util.Set;
import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenJDKLevel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.GenPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;

/**
 * Writes the Java of the model bundle from {@code model/firebreak.ecore}, the model's one source.
 */
public final class ModelGenerator {
  private static final String PLUGIN = "org.firebreak.model";

  private ModelGenerator() {}

  /**
   * Generates {@code src-gen} below the model bundle's folder.
   *
   * @param args the folder of the model bundle
   * @throws Exception if a file cannot be read or written
   */
  public static void main(String[] args) throws Exception {
    Path bundle = Path.of(args[0]).toRealPath();
    EcorePlugin.getPlatformResourceMap().put(PLUGIN, URI.createFileURI(bundle.toString() + "/"));
    ResourceSet resources = new ResourceSetImpl();
    var factories = resources.getResourceFactoryRegistry().getExtensionToFactoryMap();
    factories.put("ecore", new EcoreResourceFactoryImpl());
    factories.put("genmodel", new EcoreResourceFactoryImpl());
    GenModelPackage.eINSTANCE.eClass();
    GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(
        GenModelPackage.eNS_URI, GenModelGeneratorAdapterFactory.DESCRIPTOR);

    URI ecore = URI.createPlatformResourceURI(PLUGIN + "/model/firebreak.ecore", true);
    EPackage model = (EPackage) resources.getResource(ecore, true).getContents().get(0);
    Resource holder =
        resources.createResource(ecore.trimFileExtension().appendFileExtension("genmodel"));
    GenModel genModel = configure(model);
    holder.getContents().add(genModel);

    Generator generator = new Generator();
    generator.setInput(genModel);
    Diagnostic outcome =
        generator.generate(
            genModel, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, new BasicMonitor());
    if (outcome.getSeverity() >= Diagnostic.ERROR) {
      throw new IllegalStateException("model generation failed: " + outcome);
    }
  }

  private static GenModel configure(EPackage model) {
    GenModel genModel = GenModelFactory.eINSTANCE.createGenModel();
    genModel.initialize(Set.of(model));
    genModel.setModelName("Firebreak");
    genModel.setModelPluginID(PLUGIN);
    genModel.setModelDirectory("/" + PLUGIN + "/src-gen");
    genModel.setComplianceLevel(GenJDKLevel.JDK210_LITERAL);
    genModel.setBundleManifest(false);
    genModel.setUpdateClasspath(false);
    genModel.setRootExtendsClass("org.eclipse.emf.ecore.impl.MinimalEObjectImpl$Container");
    genModel.setCodeFormatting(false);
    genModel.setImportOrganizing(true);
    genModel.setSuppressGenModelAnnotations(true);
    GenPackage genPackage = genModel.getGenPackages().get(0);
    genPackage.setBasePackage("org.firebreak");
    genPackage.setPrefix("Firebreak");
    genModel.reconcile();
    genModel.setCanGenerate(true);
    genModel.setValidateModel(true);
    return genModel;
  }
}
