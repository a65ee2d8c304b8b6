package org.firebreak.exports.aci;

import java.util.List;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.Limit;
import org.firebreak.exports.OptionValues;

/**
 * What the user set.
 *
 * @param tenant tenant of what is shared; empty for one called after the design
 * @param byTag whether endpoints are members by tag, not by selectors of addresses
 * @param epg whether microsegment EPGs are written instead of endpoint security groups
 * @param portless whether services are permitted whose replies the fabric cannot tell apart
 * @param graph service graph to which inspected flows are redirected; empty for none
 * @param groupsOfVrf endpoint groups that a VRF takes
 * @param groupsOfFabric endpoint groups that all VRFs together take
 */
record AciSettings(
    String tenant,
    String vrf,
    String profile,
    String l3out,
    boolean byTag,
    boolean epg,
    String bridgeDomain,
    boolean portless,
    String graph,
    Limit groupsOfVrf,
    Limit groupsOfFabric) {
  private static final int NAME = 60;
  private static final int MOST = 100_000;

  static final List<ExportOption> OPTIONS =
      List.of(
          ExportOption.text(
              "tenant",
              "Tenant",
              "",
              NAME,
              "Tenant of the rules that belong to no tenant of the design; if empty, one called"
                  + " after the design."),
          ExportOption.text("vrf", "VRF", "main", NAME, "VRF of each tenant."),
          ExportOption.text(
              "profile",
              "Application profile",
              "firebreak",
              NAME,
              "Application profile that holds the groups."),
          ExportOption.text(
              "l3out",
              "L3Out",
              "external",
              NAME,
              "Outside network of each tenant to which external EPGs are added."),
          ExportOption.choice(
              "membership",
              "Members of groups",
              "tag",
              List.of("tag", "address"),
              "tag: endpoints are members by a tag of their addresses, so that a new one gets its"
                  + " rules with it; address: groups select the addresses of the design."),
          ExportOption.choice(
              "endpoints",
              "Groups",
              "esg",
              List.of("esg", "epg"),
              "esg: endpoint security groups, from release 5.0; epg: microsegment EPGs by address,"
                  + " for older fabrics."),
          ExportOption.text(
              "bridge-domain",
              "Bridge domain",
              "main",
              NAME,
              "Bridge domain of microsegment EPGs; security groups need none."),
          ExportOption.choice(
              "portless",
              "Services without ports",
              "deny",
              List.of("deny", "permit"),
              "The fabric tells replies by ports and by the ACK of TCP. deny: other services are"
                  + " not permitted; permit: they are, and so are new connections the other way."),
          ExportOption.text(
              "graph",
              "Service graph",
              "",
              NAME,
              "Service graph that redirects flows that ask for inspection to the central firewall;"
                  + " if empty, none is redirected."),
          ExportOption.integer(
              "vrf-groups",
              "Groups of a VRF",
              4000,
              1,
              MOST,
              "Most endpoint groups of a VRF and tenant: 4,000 in release 6.1. Groups of which all"
                  + " rules speak alike become one beyond that; more are refused."),
          ExportOption.integer(
              "fabric-groups",
              "Groups of the fabric",
              10_000,
              1,
              MOST,
              "Most endpoint groups of all VRFs together: 10,000 in release 6.1. More are"
                  + " refused."));

  static AciSettings of(OptionValues options) {
    return new AciSettings(
        name(options, "tenant", true),
        name(options, "vrf", false),
        name(options, "profile", false),
        name(options, "l3out", false),
        options.text("membership").equals("tag") && options.text("endpoints").equals("esg"),
        options.text("endpoints").equals("epg"),
        name(options, "bridge-domain", false),
        options.text("portless").equals("permit"),
        name(options, "graph", true),
        Limit.hard("endpoint groups of a VRF", options.integer("vrf-groups")),
        Limit.hard("endpoint groups", options.integer("fabric-groups")));
  }

  private static String name(OptionValues options, String key, boolean optional) {
    String name = options.text(key).strip();
    if (!name.matches("[A-Za-z0-9_.-]" + (optional ? "*" : "+"))) {
      throw new IllegalArgumentException(
          "option "
              + key
              + " cannot be '"
              + name
              + "'; it takes letters, digits, dot, hyphen and underscore");
    }
    return name;
  }
}
