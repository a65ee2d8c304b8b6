package org.firebreak.core.describe;

import static org.firebreak.model.FirebreakPackage.Literals;

import java.util.List;

/** Properties of what a flow may start or end at. */
final class EndpointProperties {

  private EndpointProperties() {}

  static List<Property> zone() {
    PropertyTable table =
        PropertyTables.named("Zone")
            .choice(
                Literals.ZONE__TRUST,
                "Trust",
                "What kind of trust boundary the zone is; decides its tint on the diagram.")
            .reference(
                Literals.ZONE__TENANT,
                "Tenant",
                "Tenant of what the zone holds, unless a server inside says otherwise.");
    PropertyTables.description(table)
        .words(
            Literals.ZONE__CIDRS,
            "Address ranges",
            "Address ranges of the zone, such as 10.20.3.0/24; what the zone permits is decided by"
                + " its servers, not by these.")
        .checked(PropertyCheck.cidrs())
        .text(
            Literals.ZONE__TINT,
            "Tint",
            "Fill colour on the diagram, such as #EEF5FF, instead of the one of the trust.")
        .checked(PropertyCheck.colour());
    return labels(table);
  }

  static List<Property> group() {
    PropertyTable table =
        PropertyTables.named("Group")
            .text(
                Literals.SERVER_GROUP__ROLE,
                "Role",
                "What the members do, for instance database or load balancer.")
            .choice(
                Literals.SERVER_GROUP__SEGMENTATION,
                "Segmentation",
                "Overrides the strategy for the members that have no override of their own.");
    PropertyTables.description(table)
        .tab("Membership")
        .text(
            Literals.SERVER_GROUP__MEMBERSHIP_LABEL,
            "Label key",
            "A newly deployed server whose label has this key and the value below joins the group.")
        .text(
            Literals.SERVER_GROUP__MEMBERSHIP_VALUE,
            "Label value",
            "Value of the label by which a newly deployed server joins the group.");
    return labels(table);
  }

  static List<Property> server() {
    PropertyTable table =
        PropertyTables.named("Server")
            .words(
                Literals.SERVER__ADDRESSES,
                "Addresses",
                "IPv4 and IPv6 addresses, without prefix length.")
            .checked(PropertyCheck.addresses())
            .choice(
                Literals.SERVER__RISK, "Risk", "How much harm an intruder on the server could do.")
            .onOff(
                Literals.SERVER__INTERNET_FACING,
                "Internet-facing",
                "Whether the server accepts connections from the Internet.")
            .onOff(
                Literals.SERVER__QUARANTINED,
                "Quarantined",
                "Whether the server is cut off: only the responders of the design may open"
                    + " connections to it, whatever flows say.")
            .choice(
                Literals.SERVER__SEGMENTATION,
                "Segmentation",
                "Overrides group and strategy for this server.")
            .reference(Literals.SERVER__TENANT, "Tenant", "Tenant, if not that of the zone.");
    PropertyTables.description(table)
        .tab("System")
        .choice(Literals.SERVER__KIND, "Kind", "What kind of machine it is.")
        .text(
            Literals.SERVER__OPERATING_SYSTEM,
            "Operating system",
            "Operating system as the inventory writes it.")
        .text(
            Literals.SERVER__HYPERVISOR_HOST,
            "Hypervisor host",
            "Physical host on which a virtual machine runs.");
    return labels(table);
  }

  static List<Property> externalNetwork() {
    PropertyTable table =
        PropertyTables.named("Network")
            .words(
                Literals.EXTERNAL_NETWORK__CIDRS,
                "Address ranges",
                "Address ranges such as 10.99.0.0/16; 0.0.0.0/0 and ::/0 together are any address.")
            .checked(PropertyCheck.cidrs());
    return labels(PropertyTables.description(table));
  }

  private static List<Property> labels(PropertyTable table) {
    table
        .tab("Labels")
        .labels(
            Literals.ENDPOINT__LABELS,
            "Labels",
            "Labels as an inventory or a hypervisor carries them, one a line: tier = web.");
    return PropertyTables.origin(table).list();
  }
}
