package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;

/** Understands the security rules of a chain of scopes, one by one. */
final class RuleReader {
  private static final List<String> ANY = List.of("any");

  /** Attributes that narrow a rule in ways that a packet filter cannot tell. */
  private static final List<String> NARROWING =
      List.of("source-user", "category", "source-hip", "destination-hip", "hip-profiles");

  private final List<Scope> chain;
  private final AddressBook addresses;
  private final ServiceBook services;

  RuleReader(List<Scope> chain, Registrations registrations) {
    this.chain = chain;
    this.addresses = new AddressBook(chain, registrations);
    this.services = new ServiceBook(chain);
  }

  /**
   * What a rule does, whatever its zones.
   *
   * @throws IllegalArgumentException if any part of it is not understood
   */
  FilterRule read(Entry rule) {
    if (rule.unknown() != null) {
      throw new IllegalArgumentException("'" + rule.unknown() + "' is not understood");
    }
    for (String attribute : NARROWING) {
      if (!ANY.containsAll(rule.all(attribute))) {
        throw new IllegalArgumentException("it depends on " + attribute);
      }
    }
    if (isYes(rule, "target negate") || rule.has("target devices")) {
      throw new IllegalArgumentException("it is for some firewalls only (target)");
    }
    if (rule.has("schedule")) {
      throw new IllegalArgumentException("it holds at times only (schedule)");
    }
    boolean permits = permits(rule);
    AddressSet source = side(rule, "source");
    AddressSet destination = side(rule, "destination");
    Intervals matched =
        services.of(required(rule, "application"), required(rule, "service"), permits);
    return new FilterRule(
        rule.name(), rule.place(), source, destination, matched, outcome(rule, permits, true));
  }

  private AddressSet side(Entry rule, String side) {
    AddressSet set = addresses.union(required(rule, side));
    return isYes(rule, "negate-" + side) ? AddressSet.ANY.minus(set) : set;
  }

  private static List<String> required(Entry rule, String attribute) {
    List<String> values = rule.all(attribute).stream().distinct().toList(); // commands repeat them
    if (values.isEmpty()) {
      throw new IllegalArgumentException("it has no " + attribute);
    }
    return values;
  }

  static boolean isYes(Entry rule, String attribute) {
    return rule.one(attribute, "no").equals("yes");
  }

  private static boolean permits(Entry rule) {
    return switch (rule.one("action", "")) {
      case "allow" -> true;
      case "deny", "drop", "reset-client", "reset-server", "reset-both" -> false;
      default -> throw new IllegalArgumentException("its action is not known");
    };
  }

  private Outcome outcome(Entry rule, boolean permits, boolean logsByDefault) {
    boolean logs =
        isYes(rule, "log-start") || rule.one("log-end", logsByDefault ? "yes" : "no").equals("yes");
    boolean alerts = logs && !permits && (sendsMail(rule) || carriesAlertTag(rule));
    return new Outcome(permits, logs, alerts);
  }

  /** Tags that say of themselves that log entries of their rules are alerts. */
  private boolean carriesAlertTag(Entry rule) {
    return rule.all("tag").stream()
        .map(tag -> find(Kind.TAG, tag))
        .anyMatch(tag -> tag != null && tag.one("comments", "").startsWith("Firebreak alert"));
  }

  private boolean sendsMail(Entry rule) {
    Entry profile = find(Kind.LOG_PROFILE, rule.one("log-setting", ""));
    return profile != null
        && profile.paths().stream()
            .anyMatch(path -> Set.of("send-email").contains(path.replaceFirst(".* ", "")));
  }

  Entry find(Kind kind, String name) {
    for (Scope scope : chain) {
      Entry entry = scope.entries(kind).get(name);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  /** The rule for what no rule matches, between zones or within one. */
  FilterRule last(boolean betweenZones) {
    String name = betweenZones ? "interzone-default" : "intrazone-default";
    Entry rule = find(Kind.DEFAULT_RULE, name);
    Outcome outcome =
        rule == null || !rule.has("action")
            ? betweenZones ? Outcome.DENY : Outcome.PERMIT
            : outcome(rule, permits(rule), false);
    if (rule != null && !rule.has("action") && rule.one("log-end", "no").equals("yes")) {
      outcome = new Outcome(outcome.permits(), true, false);
    }
    return new FilterRule(
        name,
        rule == null ? name : rule.place(),
        AddressSet.ANY,
        AddressSet.ANY,
        org.firebreak.core.packets.ServiceLine.ANY,
        outcome);
  }

  /** All rules of the chain in the order in which they are tried, without disabled ones. */
  List<Entry> inOrder() {
    List<Entry> rules = new ArrayList<>();
    for (int i = chain.size() - 1; i >= 0; i--) {
      rules.addAll(chain.get(i).rules(Scope.Base.PRE).values());
    }
    for (Scope scope : chain) {
      rules.addAll(scope.rules(Scope.Base.LOCAL).values());
    }
    for (Scope scope : chain) {
      rules.addAll(scope.rules(Scope.Base.POST).values());
    }
    rules.removeIf(rule -> isYes(rule, "disabled"));
    return rules;
  }
}
