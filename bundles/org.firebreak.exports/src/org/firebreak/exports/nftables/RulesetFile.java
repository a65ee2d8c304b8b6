package org.firebreak.exports.nftables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.linux.ChainPlanner;
import org.firebreak.exports.linux.CutConnections;
import org.firebreak.exports.linux.Step;
import org.firebreak.model.EnforcementKind;

/** Writes one table with everything that a host or a central firewall needs. */
final class RulesetFile {
  private static final int CHAIN_NAME = 40;

  /** Messages without which IPv6 does not work on a link; they never leave it. */
  private static final String NEIGHBOUR_DISCOVERY =
      """
          icmpv6 type { nd-router-solicit, nd-router-advert, nd-neighbor-solicit, \
      nd-neighbor-advert } ip6 hoplimit 255 accept
          icmpv6 type { mld-listener-query, mld-listener-report, mld-listener-done, \
      mld2-listener-report } ip6 hoplimit 1 accept
      """;

  private static final String DHCP_IN =
      """
          udp sport 67 udp dport 68 accept
          ip6 saddr fe80::/10 udp sport 547 udp dport 546 accept
      """;

  private static final String DHCP_OUT =
      """
          udp sport 68 udp dport 67 accept
          ip6 saddr fe80::/10 udp sport 546 udp dport 547 accept
      """;

  private record VerdictMap(String name, boolean v6, List<String> chains, Step.Dispatch dispatch) {}

  private final RuleSet ruleSet;
  private final NftSettings settings;
  private final NamedSets sets;
  private final RuleLines lines;
  private final List<VerdictMap> maps = new ArrayList<>();
  private final List<CharSequence> chains = new ArrayList<>();

  RulesetFile(RuleSet ruleSet, NftSettings settings, NamedSets.ElementTexts texts) {
    this.ruleSet = ruleSet;
    this.settings = settings;
    this.sets = new NamedSets(ruleSet.rules(), texts);
    this.lines = new RuleLines(sets, settings);
  }

  void write(ExportFile file) throws IOException {
    if (ruleSet.kind() == EnforcementKind.HOST) {
      addBaseChain("input", "in", Rule.Direction.INBOUND);
      addBaseChain("output", "out", Rule.Direction.OUTBOUND);
    } else {
      addBaseChain("forward", "via", Rule.Direction.FORWARD);
    }
    file.write("add table inet firebreak\ndelete table inet firebreak\ntable inet firebreak {\n");
    sets.write(file);
    for (VerdictMap map : maps) {
      write(file, map);
    }
    for (CharSequence chain : chains) {
      file.write(chain);
    }
    file.write("}\n");
    for (Rule rule : ruleSet.rules()) {
      file.provenance(rule, rule.id());
    }
  }

  /** Number of sets that the rules refer to. */
  int namedSets() {
    return sets.size();
  }

  private void addBaseChain(String hook, String prefix, Rule.Direction direction) {
    StringBuilder chain = new StringBuilder();
    chain.append("  chain ").append(hook).append(" {\n    type filter hook ").append(hook);
    List<Rule> rules = ruleSet.rules(direction);
    String otherwise = NftSettings.otherwise(rules);
    chain.append(" priority filter; policy ").append(otherwise);
    chain.append(";\n");
    List<CutConnections.Cut> cuts = CutConnections.of(ruleSet, direction);
    if (!cuts.isEmpty()) {
      addLink(chain, direction); // a quarantined host needs its address too
      addCuts(chain, cuts);
    }
    chain.append("    ct state established,related accept\n");
    chain.append("    ct state invalid counter ").append(otherwise).append('\n');
    if (cuts.isEmpty()) {
      addLink(chain, direction);
    }
    append(chain, ChainPlanner.plan(rules), prefix);
    chains.add(chain.append("  }\n"));
  }

  /** What hosts need on their links. */
  private void addLink(StringBuilder chain, Rule.Direction direction) {
    if (direction != Rule.Direction.FORWARD) {
      boolean inbound = direction == Rule.Direction.INBOUND;
      chain.append(inbound ? "    iifname \"lo\" accept\n" : "    oifname \"lo\" accept\n");
      chain.append(NEIGHBOUR_DISCOVERY);
      if (settings.filter().dhcp()) {
        chain.append(inbound ? DHCP_IN : DHCP_OUT);
      }
    }
  }

  private void addCuts(StringBuilder chain, List<CutConnections.Cut> cuts) {
    for (CutConnections.Cut cut : cuts) {
      String match =
          "    ct state established ct direction " + (cut.reply() ? "reply " : "original ");
      lines.of(cut.rule(), Set.of()).forEach(line -> chain.append(match).append(line).append('\n'));
    }
  }

  private void append(StringBuilder chain, List<Step> steps, String prefix) {
    int dispatches = 0;
    for (Step step : steps) {
      switch (step) {
        case Step.Match match ->
            lines
                .of(match.rule(), match.settled())
                .forEach(line -> chain.append("    ").append(line).append('\n'));
        case Step.Dispatch dispatch -> {
          String number = dispatches == 0 ? "" : Integer.toString(dispatches + 1);
          append(chain, dispatch, prefix + number + "_" + dispatch.side().word);
          dispatches++;
        }
      }
    }
  }

  private void append(StringBuilder chain, Step.Dispatch dispatch, String prefix) {
    Map<String, String> slugs =
        new Slugs('_', CHAIN_NAME)
            .distinct(dispatch.branches(), Step.Branch::id, Step.Branch::label);
    List<String> names = new ArrayList<>();
    for (Step.Branch branch : dispatch.branches()) {
      String name = prefix + "_" + slugs.get(branch.id());
      names.add(name);
      StringBuilder own = new StringBuilder("  chain " + name + " {\n");
      append(own, branch.steps(), name);
      chains.add(own.append("  }\n"));
    }
    for (boolean v6 : new boolean[] {false, true}) {
      if (ranges(dispatch, v6).findAny().isPresent()) {
        VerdictMap map = new VerdictMap(prefix + (v6 ? "_v6" : "_v4"), v6, names, dispatch);
        maps.add(map);
        chain.append(v6 ? "    ip6 " : "    ip ").append(dispatch.side().field);
        chain.append(" vmap @").append(map.name()).append('\n');
      }
    }
  }

  private static Stream<AddressRange> ranges(Step.Dispatch dispatch, boolean v6) {
    return dispatch.branches().stream().flatMap(branch -> ranges(branch, v6));
  }

  private static Stream<AddressRange> ranges(Step.Branch branch, boolean v6) {
    return branch.ranges().stream().filter(range -> range.v6() == v6);
  }

  private static void write(ExportFile file, VerdictMap map) throws IOException {
    file.write("  map ").write(map.name()).write(" {\n    type ");
    file.write(map.v6() ? "ipv6_addr" : "ipv4_addr").write(" : verdict\n");
    Step.Dispatch dispatch = map.dispatch();
    ElementForm form = ElementForm.of(ranges(dispatch, map.v6()).toList(), dispatch.ofServers());
    if (form == ElementForm.INTERVAL) {
      file.write("    flags interval\n");
    }
    file.write("    elements = {\n");
    String separator = "      ";
    for (int i = 0; i < map.chains().size(); i++) {
      List<AddressRange> ranges = ranges(dispatch.branches().get(i), map.v6()).toList();
      for (AddressRange range : form.elements(ranges)) {
        file.write(separator).write(NftText.element(range));
        file.write(" : jump ").write(map.chains().get(i));
        separator = ",\n      ";
      }
    }
    file.write("\n    }\n  }\n");
  }
}
