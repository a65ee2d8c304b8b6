package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.Limitation.Effect;
import org.firebreak.exports.Limitation.Logging;
import org.firebreak.exports.aci.Decision.Returns;

/**
 * What contracts say of pairs of atoms. They have no order: what names ports or types counts before
 * what names a protocol, and that before what names nothing.
 *
 * @param terms what is said
 * @param losses what is not as the rules of one end say
 */
record Terms(List<Term> terms, List<Loss> losses) {
  static final String BEATS_PERMITS = "default";

  /**
   * What a contract says.
   *
   * @param level priority of a denial, {@code null} for a permit
   */
  record Term(Rule rule, ServiceParts services, String level, boolean log) {}

  /** Whose rule it is. */
  enum End {
    CLIENT,
    SERVER,
    /** Hosts elsewhere are concerned too. */
    ANY
  }

  /**
   * A difference from a rule of one end.
   *
   * @param rule id of the rule
   */
  record Loss(Effect effect, String rule, End end, String reason, Set<Logging> logging) {}

  /** Protocols of which the fabric can tell connections from replies. */
  private static final Intervals WITH_REPLIES =
      Intervals.union(
          List.of(
              ServiceLine.of(IpProtocols.TCP),
              ServiceLine.of(IpProtocols.ICMP),
              ServiceLine.of(IpProtocols.ICMPV6)));

  /**
   * Says what has been decided.
   *
   * @param returns what passes the other way
   * @param portless whether services whose replies cannot be told apart are permitted both ways
   */
  static Terms of(Decision decision, Returns returns, boolean portless, Decisions decisions) {
    return new Draft(decision, returns, portless, decisions).draft();
  }

  private static final class Draft {
    /** Permits that are said at once. */
    private record Kind(String rule, boolean log) {}

    private record Permit(Rule rule, boolean log, List<Segment> segments) {}

    private final Decision decision;
    private final Returns returns;
    private final boolean portless;
    private final Decisions decisions;
    private final Segment rest;

    /** Whether a permit of everything stands below what is said otherwise. */
    private final boolean open;

    private final List<Term> terms = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();

    Draft(Decision decision, Returns returns, boolean portless, Decisions decisions) {
      this.decision = decision;
      this.returns = returns;
      this.portless = portless;
      this.decisions = decisions;
      this.rest = decision.rest();
      this.open = rest.permits() && (returns.everything() || portless);
    }

    Terms draft() {
      decision.segments().forEach(this::compareEnds);
      BitSet closed = new BitSet();
      if (open) {
        permitEverything();
        denials(closed);
      }
      permits(closed);
      return new Terms(List.copyOf(terms), List.copyOf(losses));
    }

    /** The ends may decide otherwise than both together. */
    private void compareEnds(Segment segment) {
      boolean permits = segment.permits();
      forEachVoice(
          List.of(segment),
          (rule, end) -> {
            if (Segment.permits(rule) != permits) {
              lose(
                  Effect.DENIES_MORE,
                  rule,
                  end,
                  "Denied where the other end denies: the fabric decides once for both ends.");
            } else if (segment.logs() && !rule.log()) {
              lose(Logging.MORE_LOG, rule, end, "Logged where the other end logs.");
            } else if (!permits && !rule.log()) {
              lose(Logging.MORE_LOG, rule, end, "Logged, as everything that is denied.");
            }
          });
    }

    private static void forEachVoice(List<Segment> segments, BiConsumer<Rule, End> visitor) {
      for (Segment segment : segments) {
        segment.from().forEach(rule -> visitor.accept(rule, End.CLIENT));
        segment.to().forEach(rule -> visitor.accept(rule, End.SERVER));
      }
    }

    private void lose(Effect effect, Rule rule, End end, String reason) {
      lose(new Loss(effect, rule.id(), end, reason, Set.of()));
    }

    /** Same verdict, but log entries differ. */
    private void lose(Logging logging, Rule rule, End end, String reason) {
      lose(new Loss(Effect.REDUCED, rule.id(), end, reason, Set.of(logging)));
    }

    private void lose(Loss loss) {
      if (!losses.contains(loss)) {
        losses.add(loss);
      }
    }

    private void lose(Effect effect, List<Segment> segments, String reason) {
      forEachVoice(segments, (rule, end) -> lose(effect, rule, end, reason));
    }

    private void permitEverything() {
      if (returns.everything()) {
        terms.add(new Term(rest.rule(), ServiceParts.everything(), null, rest.logs()));
      } else {
        terms.add(new Term(rest.rule(), ServiceParts.everythingMirrored(), null, false));
        mirrored(rest.rule());
      }
    }

    /**
     * Denies what everything would permit. Where there is no entry for that, the protocol is denied
     * and what is left of it is permitted.
     *
     * @param closed takes the numbers of such protocols
     */
    private void denials(BitSet closed) {
      Map<String, Permit> byRule = new LinkedHashMap<>();
      for (Segment segment : decision.special()) {
        if (!segment.permits()) {
          add(byRule, segment.rule().id(), segment);
        }
      }
      for (Permit denial : byRule.values()) {
        ServiceParts parts = ServiceParts.deny(services(denial.segments()));
        terms.add(new Term(denial.rule(), parts, BEATS_PERMITS, true));
        for (ServiceParts.Lost lost : parts.lost()) {
          if (!closed.get(lost.protocol())) {
            closed.set(lost.protocol());
            ServiceParts whole = ServiceParts.whole(lost.protocol());
            terms.add(new Term(denial.rule(), whole, BEATS_PERMITS, true));
          }
        }
      }
      closed.stream()
          .forEach(
              protocol -> {
                Intervals left = rest.services().intersect(ServiceLine.of(protocol));
                permit(new Permit(rest.rule(), rest.logs(), List.of(rest)), left, closed);
              });
    }

    private static <K> void add(Map<K, Permit> permits, K kind, Segment segment) {
      permits
          .computeIfAbsent(
              kind, key -> new Permit(segment.rule(), segment.logs(), new ArrayList<>()))
          .segments()
          .add(segment);
    }

    private static Intervals services(List<Segment> segments) {
      return Intervals.union(segments.stream().map(Segment::services).toList());
    }

    private void permits(BitSet closed) {
      Map<Kind, Permit> permits = new LinkedHashMap<>();
      for (Segment segment : open ? decision.special() : decision.segments()) {
        boolean said =
            open
                && segment.rule().kind() == Rule.Kind.MONITORED
                && segment.logs() == rest.logs()
                && closed.isEmpty();
        if (segment.permits() && !said) {
          add(permits, new Kind(segment.rule().id(), segment.logs()), segment);
        }
      }
      permits.values().forEach(permit -> permit(permit, withAlike(permit), closed));
    }

    /**
     * The services of a permit, with those of its rule that others permit in the same way; so that
     * what one rule says is the same for more pairs.
     */
    private Intervals withAlike(Permit permit) {
      Intervals all = decisions.services(permit.rule());
      List<Intervals> alike = new ArrayList<>();
      for (Segment segment : open ? decision.special() : decision.segments()) {
        if (segment.permits()
            && segment.logs() == permit.log()
            && ContractPlanner.isInspected(segment.rule())
                == ContractPlanner.isInspected(permit.rule())) {
          alike.add(
              permit.segments().contains(segment)
                  ? segment.services()
                  : segment.services().intersect(all));
        }
      }
      return Intervals.union(alike);
    }

    private void permit(Permit permit, Intervals services, BitSet closed) {
      Intervals sayable = services;
      if (decisions.services(permit.rule()).equals(ServiceLine.ANY) && !open) {
        Intervals told = Intervals.union(List.of(WITH_REPLIES, returns.whole()));
        sayable = services.intersect(told);
        if (!told.containsAll(services)) {
          notPermitted(permit, "every protocol but TCP and ICMP");
        }
      }
      ServiceParts parts = ServiceParts.permit(sayable, returns.whole(), portless && !open);
      for (ServiceParts.Lost lost : parts.lost()) {
        if (!open || closed.get(lost.protocol())) {
          notPermitted(permit, lost.reason());
        } else if (permit.log() != rest.logs()) {
          Logging logging = rest.logs() ? Logging.MORE_LOG : Logging.NO_LOG;
          String reason = "Logged as all else is: " + lost.reason() + ".";
          forEachVoice(permit.segments(), (rule, end) -> lose(logging, rule, end, reason));
        }
      }
      if (parts.mirrored()) {
        mirrored(permit.rule());
      }
      terms.add(new Term(permit.rule(), parts, null, permit.log() && !parts.mirrored()));
    }

    private void notPermitted(Permit permit, String what) {
      lose(Effect.DENIES_MORE, permit.segments(), "Not permitted: " + what + ".");
    }

    /** A permit that works both ways, as is asked for. */
    private void mirrored(Rule rule) {
      lose(
          Effect.PERMITS_MORE,
          rule,
          End.ANY,
          "Services without ports are permitted the other way too, as the option portless asks.");
      lose(
          Logging.NO_LOG,
          rule,
          End.ANY,
          "Some services match without ports, in both directions; they are not logged.");
    }
  }
}
