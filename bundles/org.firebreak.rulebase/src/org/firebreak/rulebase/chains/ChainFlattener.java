package org.firebreak.rulebase.chains;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;

/**
 * Walks through chains with boxes of connections in place of single ones, and writes down a rule
 * wherever connections are decided.
 *
 * <p>A jump needs no more than the rules of its target cut to the jump's match: what they do not
 * decide falls through to the next rules by itself. Where a part of the connections goes another
 * way than the rest, by a return or with a log entry in hand, that part is followed to its end at
 * once; later rules no longer reach it.
 */
public final class ChainFlattener {
  /** Name of the last rule of a filter that sees one address family alone and permits the other. */
  public static final String UNFILTERED = "no chain for this address family";

  /** End of the name of the rule that stands for what a base chain permits by default. */
  public static final String POLICY_ACCEPT = " policy accept";

  /** End of the name of the rule that stands for what a base chain denies by default. */
  public static final String POLICY_DROP = " policy drop";

  /** Why the rules of a chain are left out to which no rule leads that was read. */
  public static final String UNREACHED =
      "no rule that was read leads to this chain, so its rules are left out";

  private static final int MOST_RULES = 4_000_000;
  private static final int DEEPEST = 64;

  private final Map<String, List<ChainRule>> chains;
  private final List<BaseChain> bases;
  private final List<FilterRule> flat = new ArrayList<>();

  /** Connections on their way, and what has been logged of them. */
  private record Traffic(Box box, boolean logged, boolean alerted) {
    Traffic in(Box match) {
      return new Traffic(box.intersect(match), logged, alerted);
    }

    Traffic with(ChainRule rule) {
      return new Traffic(box, logged || rule.logs(), alerted || rule.alerts());
    }
  }

  /** Where to go on: a rule of a chain, then what is left of the chains that jumped to it. */
  private record Frame(List<ChainRule> rules, int next, Frame caller, int base, int depth) {
    Frame at(int index) {
      return new Frame(rules, index, caller, base, depth);
    }
  }

  private ChainFlattener(Map<String, List<ChainRule>> chains, List<BaseChain> bases) {
    this.chains = chains;
    this.bases = bases;
  }

  /**
   * Makes chains flat.
   *
   * @param chains rules by name of the chain
   * @param bases the base chains that packets pass one after the other; each must accept them
   * @param regions parts of all connections that are walked separately, for instance the families
   * @return rules that decide all connections of the regions
   */
  public static List<FilterRule> flatten(
      Map<String, List<ChainRule>> chains, List<BaseChain> bases, Box region)
      throws ChainException {
    ChainFlattener flattener = new ChainFlattener(chains, bases);
    flattener.enter(0, new Traffic(region, false, false));
    return flattener.flat;
  }

  /** As {@link #flatten}, of all connections. */
  public static PacketFilter filter(Map<String, List<ChainRule>> chains, List<BaseChain> bases)
      throws ChainException {
    return filter(flatten(chains, bases, Box.ANY), "no rule", bases.get(0).place(), false);
  }

  /** A filter whose last rule is never reached, or says what becomes of the rest. */
  public static PacketFilter filter(
      List<FilterRule> rules, String name, String place, boolean permits) {
    Outcome outcome = permits ? Outcome.PERMIT : Outcome.DENY;
    return new PacketFilter(
        rules,
        new FilterRule(name, place, AddressSet.ANY, AddressSet.ANY, ServiceLine.ANY, outcome));
  }

  /**
   * The chains that decide about connections, and to which no rule leads from some others.
   *
   * @param chains rules by name of the chain, those that were read
   * @param from where connections begin
   */
  public static Set<String> unreached(Map<String, List<ChainRule>> chains, List<String> from) {
    Set<String> left = new HashSet<>(chains.keySet());
    left.removeAll(reached(chains, from));
    left.removeIf(chain -> chains.get(chain).stream().noneMatch(ChainFlattener::decides));
    return left;
  }

  private static boolean decides(ChainRule rule) {
    return rule.verdict() instanceof Verdict.Accept || rule.verdict() instanceof Verdict.Drop;
  }

  private static Set<String> reached(Map<String, List<ChainRule>> chains, List<String> from) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String chain = open.pop();
      if (reached.add(chain)) {
        for (ChainRule rule : chains.getOrDefault(chain, List.of())) {
          switch (rule.verdict()) {
            case Verdict.Jump jump -> open.push(jump.chain());
            case Verdict.Goto goTo -> open.push(goTo.chain());
            default -> {}
          }
        }
      }
    }
    return reached;
  }

  /** Follows connections from a base chain on; decides them all. */
  private void enter(int base, Traffic traffic) throws ChainException {
    List<ChainRule> rules = rules(bases.get(base).chain());
    follow(new Frame(rules, 0, null, base, 0), traffic);
  }

  /** Follows connections from a rule on until all are decided. */
  private void follow(Frame from, Traffic traffic) throws ChainException {
    for (Frame frame = from; frame != null; frame = frame.caller()) {
      if (walk(frame, traffic)) {
        return;
      }
    }
    BaseChain base = bases.get(from.base());
    if (base.accepts()) {
      accept(from.base(), traffic, base.chain() + POLICY_ACCEPT, base.place());
    } else {
      emit(traffic, false, base.chain() + POLICY_DROP, base.place());
    }
  }

  /** Goes through the rest of one chain; says whether every connection is decided. */
  private boolean walk(Frame frame, Traffic traffic) throws ChainException {
    for (int i = frame.next(); i < frame.rules().size(); i++) {
      ChainRule rule = frame.rules().get(i);
      for (Box match : rule.matches()) {
        Traffic part = traffic.in(match);
        if (!part.box().isEmpty()) {
          boolean whole = match.contains(traffic.box());
          Step step = apply(rule, frame.at(i + 1), part.with(rule), whole);
          if (whole && step != Step.FALLS_THROUGH) {
            return step == Step.DECIDED;
          }
        }
      }
    }
    return false;
  }

  private enum Step {
    DECIDED,
    LEAVES_CHAIN,
    FALLS_THROUGH
  }

  private Step apply(ChainRule rule, Frame next, Traffic part, boolean whole)
      throws ChainException {
    boolean newsOfLog = rule.logs() || rule.alerts();
    return switch (rule.verdict()) {
      case Verdict.Accept accept -> {
        accept(next.base(), part, rule.name(), rule.place());
        yield Step.DECIDED;
      }
      case Verdict.Drop drop -> {
        emit(part, false, rule.name(), rule.place());
        yield Step.DECIDED;
      }
      case Verdict.Jump jump -> {
        Frame target = target(jump.chain(), next, next);
        if (newsOfLog) {
          follow(target, part);
          yield Step.DECIDED;
        }
        yield walk(target, part) ? Step.DECIDED : Step.FALLS_THROUGH;
      }
      case Verdict.Goto goTo -> {
        follow(target(goTo.chain(), next.caller(), next), part);
        yield Step.DECIDED;
      }
      case Verdict.Return back -> {
        if (whole && !newsOfLog) {
          yield Step.LEAVES_CHAIN;
        }
        followOrEnd(next.caller(), next.base(), part);
        yield Step.DECIDED;
      }
      case Verdict.Continue go -> {
        if (!newsOfLog) {
          yield Step.FALLS_THROUGH;
        }
        follow(next, part);
        yield Step.DECIDED;
      }
    };
  }

  private void followOrEnd(Frame caller, int base, Traffic part) throws ChainException {
    follow(caller == null ? new Frame(List.of(), 0, null, base, 0) : caller, part);
  }

  private Frame target(String chain, Frame caller, Frame next) throws ChainException {
    if (next.depth() == DEEPEST) {
      throw new ChainException("chain " + chain + " is reached by too many jumps, or by a circle");
    }
    return new Frame(rules(chain), 0, caller, next.base(), next.depth() + 1);
  }

  private List<ChainRule> rules(String chain) throws ChainException {
    List<ChainRule> rules = chains.get(chain);
    if (rules == null) {
      throw new ChainException("there is no chain " + chain);
    }
    return rules;
  }

  private void accept(int base, Traffic traffic, String name, String place) throws ChainException {
    if (base + 1 < bases.size()) {
      enter(base + 1, traffic);
    } else {
      emit(traffic, true, name, place);
    }
  }

  private void emit(Traffic traffic, boolean permits, String name, String place)
      throws ChainException {
    if (flat.size() == MOST_RULES) {
      throw new ChainException("the chains say more than " + MOST_RULES + " rules can");
    }
    Box box = traffic.box();
    flat.add(
        new FilterRule(
            name,
            place,
            box.source(),
            box.destination(),
            box.services(),
            new Outcome(permits, traffic.logged(), traffic.alerted())));
  }
}
