package org.firebreak.core.describe;

import static org.firebreak.model.FirebreakPackage.Literals;

import java.util.List;

/** Properties of the design as a whole, of where it is enforced, and of its diagrams. */
final class DesignProperties {

  private DesignProperties() {}

  static List<Property> design() {
    PropertyTable table =
        PropertyTables.named("Design")
            .text(
                Literals.DESIGN__REVISION,
                "Revision",
                "Version of the design as its authors count it; printed in every export.")
            .text(Literals.DESIGN__AUTHOR, "Author", "Who answers for the design.")
            .reference(
                Literals.DESIGN__RESPONDERS,
                "Responders",
                "From where incident responders may open connections to quarantined servers.");
    PropertyTables.description(table).tab("Strategy").of(Literals.DESIGN__STRATEGY);
    return strategy(table).list();
  }

  static List<Property> strategy() {
    PropertyTable table =
        new PropertyTable()
            .tab("Strategy")
            .text(Literals.NAMED_ELEMENT__NAME, "Name", "Name of the variant.");
    return PropertyTables.description(strategy(table)).list();
  }

  private static PropertyTable strategy(PropertyTable table) {
    return table
        .choice(
            Literals.STRATEGY__KIND,
            "Strategy",
            "Group: members of a group talk freely. Micro: every server is separated from every"
                + " other. Hybrid: only servers at risk are.")
        .choice(
            Literals.STRATEGY__MICRO_RISK,
            "Micro from risk",
            "Under hybrid, the least risk that makes a server microsegmented.")
        .onOff(
            Literals.STRATEGY__MICRO_INTERNET_FACING,
            "Micro if internet-facing",
            "Under hybrid, whether internet-facing servers are microsegmented.")
        .reference(
            Literals.STRATEGY__MICRO_ENDPOINTS,
            "Micro endpoints",
            "Under hybrid, zones, groups and servers that are microsegmented whatever their risk.");
  }

  static List<Property> acceptedFinding() {
    return new PropertyTable()
        .tab("Accepted finding")
        .text(Literals.ACCEPTED_FINDING__RULE, "Rule", "Identifier of the validation rule.")
        .readOnly()
        .longText(Literals.ACCEPTED_FINDING__REASON, "Reason", "Why the finding is accepted.")
        .text(Literals.ACCEPTED_FINDING__ACCEPTED_BY, "Accepted by", "Who accepts it.")
        .day(Literals.ACCEPTED_FINDING__ACCEPTED_ON, "Accepted on", "Since when it is accepted.")
        .day(
            Literals.ACCEPTED_FINDING__EXPIRES_ON,
            "Expires on",
            "Last day on which it is accepted; empty means for good.")
        .list();
  }

  static List<Property> tenant() {
    return PropertyTables.origin(PropertyTables.description(PropertyTables.named("Tenant"))).list();
  }

  static List<Property> enforcementPoint() {
    PropertyTable table =
        PropertyTables.named("Enforcement")
            .choice(Literals.ENFORCEMENT_POINT__KIND, "Where", "Central firewall or the hosts.")
            .text(
                Literals.ENFORCEMENT_POINT__PLATFORM,
                "Platform",
                "Identifier of the enforcement platform, for instance panos or nftables.")
            .text(
                Literals.ENFORCEMENT_POINT__MODEL,
                "Model",
                "Appliance of the catalogue, as vendor and model.")
            .choice(
                Literals.ENFORCEMENT_POINT__HA_MODE,
                "High availability",
                "How several units back each other up.")
            .number(Literals.ENFORCEMENT_POINT__UNITS, "Units", Quantity.PLAIN, "Number of units.")
            .checked(PropertyCheck.between(1, 64))
            .reference(
                Literals.ENFORCEMENT_POINT__GUARDS,
                "Guards",
                "Zones whose boundary it guards, or servers on which it runs; none is all.");
    return PropertyTables.description(table).list();
  }

  static List<Property> link() {
    PropertyTable table =
        PropertyTables.named("Link")
            .number(
                Literals.LINK__BITS_PER_SECOND,
                "Rate",
                Quantity.BITS_PER_SECOND,
                "Rate per direction, such as 25 Gbit/s.")
            .number(
                Literals.LINK__MEMBERS,
                "Members",
                Quantity.PLAIN,
                "Number of links bundled in a LAG.")
            .checked(PropertyCheck.between(1, 64));
    return PropertyTables.description(table).list();
  }

  static List<Property> diagram() {
    PropertyTable table =
        PropertyTables.named("Diagram")
            .choice(Literals.DIAGRAM__ROUTING, "Routing", "How connections run.")
            .onOff(
                Literals.DIAGRAM__SHOW_ALL_FLOWS,
                "Show all flows",
                "Whether a flow between two shown endpoints is shown without being listed.");
    return PropertyTables.description(table).list();
  }

  static List<Property> node() {
    return new PropertyTable()
        .tab("Node")
        .longText(Literals.DIAGRAM_NODE__TEXT, "Text", "Text of a note.")
        .onOff(Literals.DIAGRAM_NODE__COLLAPSED, "Collapsed", "Whether the content is hidden.")
        .onOff(
            Literals.DIAGRAM_NODE__PINNED,
            "Pinned",
            "Whether automatic layout leaves the node where it is.")
        .list();
  }
}
