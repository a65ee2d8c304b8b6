package org.firebreak.core.describe;

import static org.firebreak.model.FirebreakPackage.Literals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;

/** The properties of every class. */
final class PropertyTables {
  private static final Map<EClass, List<Property>> TABLES = new HashMap<>();

  static {
    TABLES.put(Literals.DESIGN, DesignProperties.design());
    TABLES.put(Literals.ACCEPTED_FINDING, DesignProperties.acceptedFinding());
    TABLES.put(Literals.TENANT, DesignProperties.tenant());
    TABLES.put(Literals.STRATEGY, DesignProperties.strategy());
    TABLES.put(Literals.ENFORCEMENT_POINT, DesignProperties.enforcementPoint());
    TABLES.put(Literals.LINK, DesignProperties.link());
    TABLES.put(Literals.DIAGRAM, DesignProperties.diagram());
    TABLES.put(Literals.DIAGRAM_NODE, DesignProperties.node());
    TABLES.put(Literals.ZONE, EndpointProperties.zone());
    TABLES.put(Literals.SERVER_GROUP, EndpointProperties.group());
    TABLES.put(Literals.SERVER, EndpointProperties.server());
    TABLES.put(Literals.EXTERNAL_NETWORK, EndpointProperties.externalNetwork());
    TABLES.put(Literals.SERVICE, FlowProperties.service());
    TABLES.put(Literals.FLOW, FlowProperties.flow());
    TABLES.put(Literals.TRIPWIRE, FlowProperties.tripwire());
  }

  private PropertyTables() {}

  static List<Property> of(EClass type) {
    return TABLES.getOrDefault(type, List.of());
  }

  static PropertyTable named(String tab) {
    return new PropertyTable()
        .tab(tab)
        .text(Literals.NAMED_ELEMENT__NAME, "Name", "Name as the architect writes it.")
        .checked(PropertyCheck.name());
  }

  static PropertyTable description(PropertyTable table) {
    return table.longText(
        Literals.NAMED_ELEMENT__DESCRIPTION,
        "Description",
        "What it is for, in a sentence or more.");
  }

  static PropertyTable origin(PropertyTable table) {
    return table
        .text(
            Literals.NAMED_ELEMENT__ORIGIN,
            "Imported from",
            "File from which an import created it; empty if it was drawn by hand.")
        .readOnly();
  }
}
