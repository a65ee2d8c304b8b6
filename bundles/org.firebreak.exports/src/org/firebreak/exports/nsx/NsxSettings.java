package org.firebreak.exports.nsx;

import java.util.List;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.Limit;
import org.firebreak.exports.OptionValues;

/**
 * What the user set.
 *
 * @param byTag whether VMs are members of groups by their tag, not by their addresses
 * @param tagScope scope of the tags that VMs get
 * @param neighbourDiscovery whether VMs with IPv6 addresses may discover their neighbours
 * @param intents most objects of one call
 * @param rulesOfCard what a virtual network card takes
 * @param rulesOfManager what the manager takes
 */
record NsxSettings(
    boolean byTag,
    String tagScope,
    boolean neighbourDiscovery,
    int intents,
    Limit rulesOfCard,
    Limit rulesOfManager) {
  private static final int MOST = 1_000_000;

  static final List<ExportOption> OPTIONS =
      List.of(
          ExportOption.choice(
              "membership",
              "Members of groups",
              "tag",
              List.of("tag", "address"),
              "tag: a VM belongs to groups by its tag, so that a new one gets its rules with it;"
                  + " address: groups list the addresses of the design. Where a policy applies is"
                  + " told by tag in both cases."),
          ExportOption.text(
              "tag-scope",
              "Scope of tags",
              "firebreak",
              60,
              "Scope of the tags that say which rules a VM gets."),
          ExportOption.flag(
              "neighbour-discovery",
              "IPv6 neighbour discovery",
              true,
              "Policies of VMs that have IPv6 addresses begin with a rule that lets them find"
                  + " routers and neighbours on their link."),
          ExportOption.integer(
              "max-intents",
              "Objects in a call",
              5000,
              1001,
              5000,
              "Most objects that one call creates or changes; the manager takes about 5,000."),
          ExportOption.integer(
              "rules-per-card",
              "Rules of a network card",
              4000,
              1,
              MOST,
              "Most rules of a virtual network card: 4,000 in NSX 3.2 to 4.x. More are refused."),
          ExportOption.integer(
              "rules-per-manager",
              "Rules of the manager",
              100_000,
              1,
              MOST,
              "Most rules of the manager, all projects together: 100,000 in NSX 3.2 to 4.x. More"
                  + " are refused."));

  static NsxSettings of(OptionValues options) {
    String scope = options.text("tag-scope").strip();
    if (!scope.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException(
          "option tag-scope cannot be '"
              + scope
              + "'; it takes letters, digits, dot, hyphen and underscore");
    }
    return new NsxSettings(
        options.text("membership").equals("tag"),
        scope,
        options.flag("neighbour-discovery"),
        options.integer("max-intents"),
        Limit.hard("rules of a network card", options.integer("rules-per-card")),
        Limit.hard("rules", options.integer("rules-per-manager")));
  }
}
