package org.firebreak.exports.iptables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.linux.ChainPlanner;
import org.firebreak.exports.linux.CutConnections;
import org.firebreak.exports.linux.Step;
import org.firebreak.model.EnforcementKind;

/** The chains of one family that a host or a central firewall needs. */
final class FamilyRuleset {
  /** Messages without which IPv6 does not work on a link; they never leave it. */
  private static final int[] NEIGHBOUR_DISCOVERY = {133, 134, 135, 136};

  private static final int[] MULTICAST_LISTENERS = {130, 131, 132, 143};

  private final Family family;
  private final IptSettings settings;
  private final RuleLines lines;
  private final LookupRuns lookups;
  private final List<String> chains = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();
  private final Set<Rule> written = new LinkedHashSet<>();

  FamilyRuleset(RuleSet ruleSet, Family family, IptSettings settings, IpSets sets) {
    this.family = family;
    this.settings = settings;
    this.lines = new RuleLines(family, settings, sets);
    this.lookups = new LookupRuns(family, sets);
    if (ruleSet.kind() == EnforcementKind.HOST) {
      addBaseChain("FIREBREAK-IN", ruleSet, Rule.Direction.INBOUND, "-i lo");
      addBaseChain("FIREBREAK-OUT", ruleSet, Rule.Direction.OUTBOUND, "-o lo");
    } else {
      addBaseChain("FIREBREAK-FWD", ruleSet, Rule.Direction.FORWARD, "");
    }
  }

  /** The lines of the file for {@code iptables-restore --noflush}. */
  List<String> text() {
    List<String> text = new ArrayList<>(List.of("*filter"));
    chains.forEach(chain -> text.add(":" + chain + " - [0:0]"));
    text.addAll(commands);
    text.add("COMMIT");
    return text;
  }

  /** The rules that have a line, in order. */
  Set<Rule> rules() {
    return written;
  }

  private void addBaseChain(
      String chain, RuleSet ruleSet, Rule.Direction direction, String loopback) {
    List<Rule> rules = ruleSet.rules(direction);
    chains.add(chain);
    List<CutConnections.Cut> cuts = CutConnections.of(ruleSet, direction);
    if (!cuts.isEmpty()) {
      addLink(chain, loopback); // a quarantined host needs its address too
      addCuts(chain, cuts);
    }
    add(chain, "-m conntrack --ctstate ESTABLISHED,RELATED", "established", "ACCEPT");
    add(chain, "-m conntrack --ctstate INVALID", "invalid", IptSettings.otherwise(rules));
    if (cuts.isEmpty()) {
      addLink(chain, loopback);
    }
    append(chain, ChainPlanner.plan(rules));
  }

  private void addCuts(String chain, List<CutConnections.Cut> cuts) {
    for (CutConnections.Cut cut : cuts) {
      String match = "-m conntrack --ctstate ESTABLISHED --ctdir ";
      String direction = cut.reply() ? "REPLY " : "ORIGINAL ";
      for (String line : lines.of(cut.rule(), Set.of())) {
        commands.add("-A " + chain + " " + match + direction + line);
      }
    }
  }

  /**
   * What hosts need on their links.
   *
   * @param loopback match of the loopback interface; empty for a firewall
   */
  private void addLink(String chain, String loopback) {
    if (loopback.isEmpty()) {
      return;
    }
    boolean inbound = loopback.startsWith("-i");
    add(chain, loopback, "loopback", "ACCEPT");
    if (family == Family.V6) {
      addMessages(chain, NEIGHBOUR_DISCOVERY, 255, "neighbour discovery");
      addMessages(chain, MULTICAST_LISTENERS, 1, "multicast listeners");
    }
    if (settings.filter().dhcp()) {
      String server = family == Family.V4 ? "67" : "547";
      String client = family == Family.V4 ? "68" : "546";
      String ports =
          inbound
              ? "--sport " + server + " --dport " + client
              : "--sport " + client + " --dport " + server;
      String link = family == Family.V4 ? "" : "-s fe80::/10 ";
      add(chain, link + "-p udp " + ports, "DHCP", "ACCEPT");
    }
  }

  private void addMessages(String chain, int[] types, int hopLimit, String purpose) {
    for (int type : types) {
      add(
          chain,
          "-p icmpv6 --icmpv6-type " + type + " -m hl --hl-eq " + hopLimit,
          purpose,
          "ACCEPT");
    }
  }

  private void add(String chain, String match, String purpose, String target) {
    commands.add(
        "-A " + chain + " " + match + " " + IptSettings.comment(purpose) + " -j " + target);
  }

  private void append(String chain, List<Step> steps) {
    for (int at = 0; at < steps.size(); ) {
      LookupRuns.Run run = lookups.at(steps, at);
      int next = at + Math.max(1, run.length);
      if (run.isWorthIt()) {
        commands.add("-A " + chain + " " + run.line());
        written.addAll(run.rules);
        run.others.forEach(match -> append(chain, match));
      } else {
        steps.subList(at, next).forEach(step -> append(chain, step));
      }
      at = next;
    }
  }

  private void append(String chain, Step step) {
    switch (step) {
      case Step.Match match -> append(chain, match);
      case Step.Dispatch dispatch -> append(chain, dispatch);
    }
  }

  private void append(String chain, Step.Match match) {
    for (String line : lines.of(match.rule(), match.settled())) {
      commands.add("-A " + chain + " " + line);
      written.add(match.rule());
    }
  }

  private void append(String chain, Step.Dispatch dispatch) {
    List<Step.Branch> branches = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Step.Branch branch : dispatch.branches()) {
      if (branch.ranges().stream().anyMatch(family::isOf)) {
        String base = chain.replaceFirst("-[0-9]+$", "");
        String name = base + "-" + chains.size();
        chains.add(name);
        branches.add(branch);
        names.add(name);
        AddressGroup group = new AddressGroup(null, branch.label(), AddressSet.of(branch.ranges()));
        String match = lines.match(group, dispatch.side());
        add(chain, match.strip(), dispatch.side().word + " " + branch.label(), name);
      }
    }
    for (int i = 0; i < names.size(); i++) {
      append(names.get(i), branches.get(i).steps());
    }
  }
}
