package org.firebreak.exports.linux;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.RolloutNotice;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.Slugs;
import org.firebreak.model.EnforcementKind;

/** What rulesets of all packet filters say about themselves, and what they are called. */
public final class RulesetHeader {
  private static final int FILE_NAME = 60;
  private static final int DESCRIPTION = 600;

  private RulesetHeader() {}

  /** A distinct name of a file for each rule set of a kind, by the name of the rule set. */
  public static Map<String, String> fileNames(ExportRequest request, EnforcementKind kind) {
    List<RuleSet> sets = request.ruleSets().stream().filter(set -> set.kind() == kind).toList();
    return new Slugs('-', FILE_NAME).distinct(sets, RuleSet::name, RuleSet::name);
  }

  /** {@code Ruleset of host class web (3 hosts)}. */
  public static String title(RuleSet set) {
    String name = PlainText.oneLine(set.name(), 200);
    if (set.kind() == EnforcementKind.CENTRAL) {
      return "Ruleset of the central firewall " + name;
    }
    int hosts = set.servers().size();
    return "Ruleset of host class " + name + " (" + hosts + (hosts == 1 ? " host)" : " hosts)");
  }

  /**
   * Writes comment lines.
   *
   * @param effect what loading the file replaces, in words that follow the version
   */
  public static void write(ExportFile file, ExportRequest request, RuleSet set, String effect)
      throws IOException {
    file.write("# ").write(title(set)).write(".\n# Rule set ").write(set.id());
    file.write(".\n# Design ");
    file.write(PlainText.oneLine(request.policy().design().name(), 200));
    if (request.policy().revision() != null) {
      file.write(", revision ").write(PlainText.oneLine(request.policy().revision(), 60));
    }
    file.write(", strategy ").write(request.policy().strategy().getLiteral());
    file.write(", evaluated on ").write(request.policy().evaluationDate().toString());
    file.write(".\n# Written by Firebreak ").write(request.toolVersion());
    file.write("; ").write(effect).write(".\n");
    Optional<String> notice = RolloutNotice.of(request.policy(), set);
    if (notice.isPresent()) {
      file.write("# ").write(notice.get()).write(" with the prefix firebreak:monitor:.\n");
    }
    if (set.rules().stream().anyMatch(rule -> rule.kind() == Rule.Kind.ENFORCED_AT_HOSTS)) {
      file.write(
          "# Load the rulesets of the hosts before this file, which leaves traffic to them.\n");
    }
  }

  /**
   * Writes comment lines that tell from which elements rules come, who asked for them and why. A
   * comment within a rule has no room for that.
   */
  public static void writeRules(ExportFile file, RuleSet set, RuleDescriptions descriptions)
      throws IOException {
    for (Rule rule : set.rules()) {
      if (!rule.origins().isEmpty()) {
        file.write("# ").write(rule.id()).write(": ");
        file.write(descriptions.of(rule, DESCRIPTION)).newLine();
      }
    }
  }

  /** Writes comment lines that tell after which elements sets of addresses are called. */
  public static void writeSets(ExportFile file, RuleSet set) throws IOException {
    Map<String, ElementRef> elements = new LinkedHashMap<>();
    for (Rule rule : set.rules()) {
      for (AddressGroup group : List.of(rule.source(), rule.destination())) {
        if (group.element() != null && !group.isAny()) {
          elements.put(group.element().id(), group.element());
        }
      }
    }
    for (ElementRef element : elements.values()) {
      file.write("# Set ").write(PlainText.oneLine(element.name(), 200)).write(": ");
      file.write(element.type()).write(" ").write(element.id()).newLine();
    }
  }

  /** {@code F-1a2b3c4d lb → web}: the rule's id and what it is for, not yet fit for a file. */
  public static String purpose(Rule rule) {
    String names = rule.origins().stream().map(ElementRef::name).collect(Collectors.joining(", "));
    return rule.id()
        + switch (rule.kind()) {
          case ENFORCED_AT_HOSTS -> " enforced at the hosts";
          case INTRA_GROUP -> " within group " + names;
          case FLOW -> " " + names;
          case TRIPWIRE -> " tripwire " + names;
          case DEFAULT_DENY -> " everything else";
          case MONITORED -> " monitored: " + (names.isEmpty() ? "everything else" : names);
          case QUARANTINE -> " quarantine of " + names;
        };
  }
}
