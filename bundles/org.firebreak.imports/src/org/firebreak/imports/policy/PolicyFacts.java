package org.firebreak.imports.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule.Direction;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.Given;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.RuleEnd;
import org.firebreak.imports.spi.RuleFact;
import org.firebreak.imports.spi.Values;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.chains.Box;
import org.firebreak.rulebase.chains.ChainFlattener;

/** What a rule base permits, as facts for flows; what it cannot tell goes to the log. */
public final class PolicyFacts {
  /** Takes what the user should know. */
  public interface Log {
    /** A line that is not taken. */
    void reject(Place place, String reason);

    /** Something worth a look. */
    void note(Severity severity, Place place, String message);
  }

  private static final int NAME = 120;
  private static final int SHOWN = 3;

  private final PolicyBase base;
  private final KnownHosts hosts;
  private final String machine;
  private final Log log;
  private final List<RuleFact> facts = new ArrayList<>();
  private final Set<FilterRule> denials = new LinkedHashSet<>();
  private final Set<String> left = new HashSet<>();

  private PolicyFacts(PolicyBase base, KnownHosts hosts, String machine, Log log) {
    this.base = base;
    this.hosts = hosts;
    this.machine = machine;
    this.log = log;
  }

  /**
   * The facts, in the order of the rules.
   *
   * @param machine name or id of the host whose rule base it is; empty to name it after the file
   */
  public static List<RuleFact> of(
      PolicyBase base, KnownHosts hosts, String machine, Log log, Progress progress) {
    PolicyFacts facts = new PolicyFacts(base, hosts, machine, log);
    facts.read(progress);
    return facts.facts;
  }

  /** Whether some filter decides about connections of IPv6, or else of IPv4. */
  public static boolean speaksOf(PolicyBase base, boolean v6) {
    return base.rules().filters().stream()
        .anyMatch(filter -> Unfiltered.speaksOf(filter.filter(), v6));
  }

  private void read(Progress progress) {
    Consumer<Unread> unread =
        each -> log.reject(place(each.place()), reason(each) + quoted(each.text()));
    base.rules().unread().forEach(unread);
    HostTraffic traffic = new HostTraffic();
    boolean central = false;
    boolean guarded = false;
    for (PlacedFilter filter : base.rules().filters()) {
      List<Permit> permits = Permits.of(filter.filter(), denials::add, unread, progress);
      if (filter.direction() == Direction.FORWARD && permitsByPolicyAlone(permits)) {
        log.note(
            Severity.WARNING,
            place(permits.get(0).rule().place()),
            CleanText.quote(permits.get(0).rule().name())
                + " is all that was read of what this machine forwards; no flow is made of it");
        continue;
      }
      if (filter.direction() == Direction.FORWARD) {
        central |= !permits.isEmpty();
        traffic.add(permits);
      } else {
        guarded = true;
        RuleEnd.Hosts at = hostsOf(filter);
        boolean one = at.names().size() == 1 && !hosts.areSeveral(at.names().get(0));
        traffic.add(at, addresses(at), one, filter.direction() == Direction.INBOUND, permits);
      }
    }
    traffic
        .effective(progress)
        .forEach(each -> add(each.rule(), each.source(), each.destination(), each.box()));
    noteDenials();
    if (central && guarded) {
      log.note(
          Severity.WARNING,
          Place.of(base.name()),
          "holds rules of a firewall between servers and rules of servers; the servers' own rules"
              + " are taken for their connections, as nothing says which pass the firewall too");
    }
    for (boolean v6 : new boolean[] {false, true}) {
      if (!facts.isEmpty() && !speaksOf(base, v6)) {
        log.note(
            Severity.INFO,
            Place.of(base.name()),
            "says nothing of "
                + (v6 ? "IPv6" : "IPv4")
                + "; flows between servers that have such addresses hold for them too");
      }
    }
  }

  /** Machines that are no router have this; from anywhere to anywhere is no flow of a design. */
  private static boolean permitsByPolicyAlone(List<Permit> permits) {
    return !permits.isEmpty()
        && permits.stream()
            .allMatch(each -> each.rule().name().endsWith(ChainFlattener.POLICY_ACCEPT))
        && permits.stream().map(Permit::box).allMatch(Families::isEverything);
  }

  private static String reason(Unread unread) {
    return unread.denies()
        ? unread.reason().replaceFirst("[.]$", "")
            + "; it denies, and the flows may permit what it denies"
        : unread.reason();
  }

  private void warnOfEverything(FilterRule rule, RuleEnd source, RuleEnd destination, Box box) {
    if (box.services().equals(ServiceLine.ANY) && isOpen(source) && isOpen(destination)) {
      String text =
          CleanText.quote(rule.name())
              + " permits every service; its flow permits as much, so replace it by what is"
              + " needed";
      if (left.add(rule.place() + text)) {
        log.note(Severity.WARNING, place(rule.place()), text);
      }
    }
  }

  private static boolean isOpen(RuleEnd end) {
    return !(end instanceof RuleEnd.Addresses given) || Families.isEveryHost(given.set());
  }

  private void noteDenials() {
    Set<String> told = new HashSet<>();
    for (FilterRule rule : denials) {
      boolean byDefault = rule.name().endsWith(ChainFlattener.POLICY_DROP);
      if (!byDefault && told.add(rule.place() + " " + rule.name())) {
        log.note(
            Severity.INFO,
            place(rule.place()),
            CleanText.quote(rule.name())
                + " denies what a later rule would permit; the flow of that rule leaves it out");
      }
    }
  }

  private RuleEnd.Hosts hostsOf(PlacedFilter filter) {
    if (!filter.hosts().isEmpty()) {
      return new RuleEnd.Hosts(filter.hosts(), false);
    }
    return new RuleEnd.Hosts(List.of(machine.isEmpty() ? nameOf(filter) : machine), true);
  }

  /** The name of the file without its endings; chains say more of a rule base of one file. */
  private String nameOf(PlacedFilter filter) {
    boolean file = filter.name().contains(".") || filter.name().contains("/");
    String path = file ? filter.name() : base.name();
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.', 1);
    return CleanText.printable(dot > 0 ? name.substring(0, dot) : name);
  }

  private AddressSet addresses(RuleEnd.Hosts at) {
    List<AddressSet> sets = at.names().stream().map(hosts::of).toList();
    return sets.stream().anyMatch(AddressSet::isEmpty)
        ? AddressSet.EMPTY
        : AddressSet.of(sets.stream().flatMap(set -> set.ranges().stream()).toList());
  }

  private void add(FilterRule rule, RuleEnd source, RuleEnd destination, Box box) {
    if (!lacking(destination).isEmpty()) {
      leave(
          rule,
          source,
          " permits connections to every address but those of "
              + listed(lacking(destination))
              + ", which are not known, so that no flow can say it");
      return;
    }
    if (!lacking(source).isEmpty()) {
      log.note(
          Severity.WARNING,
          place(rule.place()),
          CleanText.quote(rule.name())
              + " permits connections from every address but those of "
              + listed(lacking(source))
              + ", which are not known; its flow permits those as well");
    }
    warnOfEverything(rule, filled(source), filled(destination), box);
    addFact(rule, filled(source), filled(destination), box);
  }

  private Set<String> lacking(RuleEnd end) {
    return end instanceof RuleEnd.Addresses given
        ? hosts.standIns().missing(given.set())
        : Set.of();
  }

  private RuleEnd filled(RuleEnd end) {
    return end instanceof RuleEnd.Addresses given
        ? new RuleEnd.Addresses(hosts.standIns().filled(given.set()))
        : end;
  }

  private void leave(FilterRule rule, RuleEnd at, String what) {
    String of =
        at instanceof RuleEnd.Hosts named
            ? " at " + listed(new LinkedHashSet<>(named.names()))
            : "";
    String text = CleanText.quote(rule.name()) + of + what;
    if (left.add(text)) {
      log.reject(place(rule.place()), text);
    }
  }

  private static String listed(Set<String> names) {
    List<String> first = names.stream().limit(SHOWN).map(CleanText::quote).toList();
    return String.join(", ", first)
        + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
  }

  private void addFact(FilterRule rule, RuleEnd source, RuleEnd destination, Box box) {
    Values values = new Values();
    String name = shortened(CleanText.printable(CleanText.strip(rule.name())));
    values.put(Literals.NAMED_ELEMENT__NAME, name.isEmpty() ? Given.nothing() : Given.of(name));
    values.put(
        Literals.NAMED_ELEMENT__DESCRIPTION,
        Given.of("imported from " + CleanText.printable(rule.place())));
    values.put(Literals.FLOW__LOG, Given.of(rule.outcome().logs()));
    facts.add(new RuleFact(place(rule.place()), name, source, destination, box.services(), values));
  }

  private static String shortened(String name) {
    return name.length() > NAME ? name.substring(0, NAME - 1) + "…" : name;
  }

  private static String quoted(String text) {
    return text == null || text.isBlank() ? "" : ": " + CleanText.quote(text.strip());
  }

  /** {@code rules.v4:17} as a place; a path within a file becomes its sheet. */
  private Place place(String text) {
    int colon = text.lastIndexOf(':');
    if (colon > 0 && text.substring(colon + 1).matches("[0-9]{1,9}")) {
      int row = Integer.parseInt(text.substring(colon + 1));
      return new Place(CleanText.printable(text.substring(0, colon)), null, row, null);
    }
    int hash = text.indexOf('#');
    if (hash > 0) {
      String inside = CleanText.printable(text.substring(hash + 1));
      return new Place(
          CleanText.printable(text.substring(0, hash)), inside.isEmpty() ? null : inside, 0, null);
    }
    return Place.of(text.isEmpty() ? base.name() : CleanText.printable(text));
  }
}
