package org.firebreak.core.describe;

import static org.firebreak.model.FirebreakPackage.Literals;

import java.util.List;

/** Properties of flows and of what they carry. */
final class FlowProperties {

  private FlowProperties() {}

  static List<Property> flow() {
    PropertyTable table =
        new PropertyTable()
            .tab("Flow")
            .reference(Literals.FLOW__SOURCE, "Client", "Client end: who opens the connection.")
            .reference(
                Literals.FLOW__DESTINATION, "Server", "Server end: who accepts the connection.")
            .reference(
                Literals.FLOW__SERVICES, "Services", "Services that may be used; none is any.")
            .choice(
                Literals.FLOW__STATE,
                "State",
                "Proposed and approved flows permit connections, retired ones do not.")
            .text(
                Literals.NAMED_ELEMENT__NAME,
                "Name",
                "Name of the flow; without one it is called by its ends.");
    traffic(PropertyTables.description(table));
    governance(table);
    return PropertyTables.origin(table).list();
  }

  private static void traffic(PropertyTable table) {
    table
        .tab("Traffic")
        .number(
            Literals.FLOW__AVERAGE_BITS_PER_SECOND,
            "Average",
            Quantity.BITS_PER_SECOND,
            "Average throughput, both directions summed, such as 240 Mbit/s.")
        .number(
            Literals.FLOW__PEAK_BITS_PER_SECOND,
            "Peak",
            Quantity.BITS_PER_SECOND,
            "Throughput in the busiest bin, both directions summed, such as 1.1 Gbit/s.")
        .number(
            Literals.FLOW__PERCENTILE95_BITS_PER_SECOND,
            "95th percentile",
            Quantity.BITS_PER_SECOND,
            "Throughput that 95 % of the measuring bins stay below, both directions summed.")
        .number(
            Literals.FLOW__CONNECTIONS_PER_SECOND,
            "New connections",
            Quantity.PER_SECOND,
            "New connections per second in the busiest bin.")
        .number(
            Literals.FLOW__MEAN_DURATION_SECONDS,
            "Mean duration",
            Quantity.SECONDS,
            "Mean duration of a connection, in seconds.")
        .number(
            Literals.FLOW__MEAN_PACKET_BYTES,
            "Mean packet size",
            Quantity.BYTES,
            "Mean size of an IP packet, in bytes.")
        .checked(PropertyCheck.between(20, 65535))
        .number(
            Literals.FLOW__LARGEST_CONNECTION_BITS_PER_SECOND,
            "Largest connection",
            Quantity.BITS_PER_SECOND,
            "Throughput of the fastest single connection, both directions summed.")
        .number(
            Literals.FLOW__BUSY_HOUR,
            "Busy hour",
            Quantity.PLAIN,
            "Hour of the day in which the peak occurs, 0 to 23; an hourly profile goes before it.")
        .checked(PropertyCheck.between(0, 23))
        .words(
            Literals.FLOW__HOURLY_PROFILE,
            "Hourly profile",
            "Throughput by hour as shares of the peak, 0 to 1: 24 values for a day, or 168 for a"
                + " week from Monday 00:00.")
        .checked(PropertyCheck.hourlyProfile())
        .text(
            Literals.FLOW__ESTIMATE_SOURCE,
            "Source of figures",
            "Where the figures come from, for instance a measurement or a rule of thumb.")
        .choice(
            Literals.FLOW__ESTIMATE_CONFIDENCE, "Confidence", "How sure the traffic figures are.");
  }

  private static void governance(PropertyTable table) {
    table
        .tab("Inspection")
        .choice(
            Literals.FLOW__INSPECTION,
            "Inspection",
            "How deeply a firewall on the way inspects the connection.")
        .number(
            Literals.FLOW__DECRYPTED_SHARE,
            "Decrypted share",
            Quantity.PLAIN,
            "Share of the bytes that is TLS and has to be decrypted, 0 to 1.")
        .checked(PropertyCheck.between(0, 1))
        .onOff(Literals.FLOW__LOG, "Log", "Whether permitted connections are logged.")
        .tab("Governance")
        .text(Literals.FLOW__OWNER, "Owner", "Who answers for the flow.")
        .longText(Literals.FLOW__JUSTIFICATION, "Justification", "Why the flow is needed.")
        .text(Literals.FLOW__TICKET, "Ticket", "Change ticket.")
        .day(Literals.FLOW__PROPOSED_ON, "Proposed", "Day on which the flow was proposed.")
        .day(Literals.FLOW__REVIEW_ON, "Review", "Day on which the flow is to be reviewed.")
        .day(Literals.FLOW__EXPIRES_ON, "Expires", "Last day on which the flow is permitted.");
  }

  static List<Property> service() {
    PropertyTable table =
        PropertyTables.named("Service")
            .choice(Literals.SERVICE__PROTOCOL, "Protocol", "Transport protocol.")
            .text(
                Literals.SERVICE__PORTS,
                "Ports",
                "Destination ports such as 443, 8000-8010 or 80,443; empty for every port.")
            .checked(PropertyCheck.ports())
            .number(
                Literals.SERVICE__ICMP_TYPE,
                "ICMP type",
                Quantity.PLAIN,
                "ICMP or ICMPv6 type, 0 to 255; empty for every type.")
            .checked(PropertyCheck.between(0, 255))
            .number(
                Literals.SERVICE__ICMP_CODE,
                "ICMP code",
                Quantity.PLAIN,
                "ICMP or ICMPv6 code, 0 to 255; empty for every code.")
            .checked(PropertyCheck.between(0, 255))
            .choice(
                Literals.SERVICE__ENCRYPTION,
                "Encryption",
                "Whether the protocol is encrypted on the wire.")
            .text(
                Literals.SERVICE__APPLICATION,
                "Application",
                "Name under which layer-7 platforms know the application (App-ID).")
            .text(
                Literals.SERVICE__CATEGORY,
                "Category",
                "Kind of service: administration, database, directory, messaging, file, web.");
    return PropertyTables.description(table).list();
  }

  static List<Property> tripwire() {
    PropertyTable table =
        PropertyTables.named("Tripwire")
            .reference(
                Literals.TRIPWIRE__SERVICES,
                "Services",
                "Services that raise an alert when tried where no flow allows them.")
            .choice(Literals.TRIPWIRE__SEVERITY, "Severity", "How urgent the alert is.")
            .words(Literals.TRIPWIRE__NOTIFY, "Notify", "E-mail addresses that are told.")
            .checked(PropertyCheck.mailAddresses());
    return PropertyTables.description(table).list();
  }
}
