package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.aci.Decision.Returns;

/** What both ends of each pair of atoms decide together, where they permit anything. */
final class Pairs {
  /** Clients of an atom for which the same is decided. */
  private record Part(int provider, BitSet consumers, Decision decision) {}

  /** Takes pairs for which the same is decided, both ways as far as that matters. */
  interface Visitor {
    /**
     * Takes some pairs.
     *
     * @param returns what the provider may send to the consumers by itself
     */
    void visit(int provider, BitSet consumers, Decision decision, Returns returns);
  }

  private final Decisions decisions;
  private final Sides inbound;
  private final BitSet all = new BitSet();
  private final BitSet free = new BitSet();
  private final Map<Decision, BitSet> outBase = new LinkedHashMap<>();
  private final List<Map<Decision, BitSet>> outOthers = new ArrayList<>();
  private final List<BitSet> outNamed = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Map<Returns, BitSet>> returns = new ArrayList<>();

  Pairs(Atoms atoms, Decisions decisions, Sides inbound, Sides outbound, Progress progress) {
    this.decisions = decisions;
    this.inbound = inbound;
    for (Atom atom : atoms.all()) {
      all.set(atom.index());
      free.set(atom.index(), !atom.isEnforced());
      outOthers.add(new LinkedHashMap<>());
      outNamed.add(new BitSet());
      returns.add(new LinkedHashMap<>());
    }
    for (Atom atom : atoms.all()) {
      Side side = outbound.of(atom.index());
      if (side != null) {
        addOutbound(atom.index(), side);
      }
    }
    for (Atom atom : atoms.all()) {
      progress.check();
      add(atom.index());
    }
  }

  private void addOutbound(int consumer, Side side) {
    outBase.computeIfAbsent(side.base(), key -> new BitSet()).set(consumer);
    side.others()
        .forEach(
            (decision, of) ->
                of.stream()
                    .forEach(
                        provider ->
                            outOthers
                                .get(provider)
                                .computeIfAbsent(decision, key -> new BitSet())
                                .set(consumer)));
    side.named().stream().forEach(provider -> outNamed.get(provider).set(consumer));
  }

  private void add(int provider) {
    Side in = inbound.of(provider);
    Map<Decision, BitSet> own = in == null ? Map.of() : in.within(all);
    Map<Decision, BitSet> together = new LinkedHashMap<>();
    forEachClient(
        provider,
        (out, consumers) -> {
          own.forEach((decision, of) -> put(together, decision, out, consumers, of));
          if (in == null && out != null) {
            put(together, out, null, consumers, all);
          }
        });
    together.forEach(
        (decision, consumers) -> {
          parts.add(new Part(provider, consumers, decision));
          addReturns(provider, consumers, decision.returns());
        });
  }

  /** Visits the clients by what their own rules decide about a provider; null for nothing. */
  private void forEachClient(int provider, BiConsumer<Decision, BitSet> visitor) {
    outOthers.get(provider).forEach(visitor);
    outBase.forEach(
        (decision, of) -> {
          BitSet others = (BitSet) of.clone();
          others.andNot(outNamed.get(provider));
          visitor.accept(decision, others);
        });
    visitor.accept(null, free);
  }

  private void put(
      Map<Decision, BitSet> together, Decision one, Decision other, BitSet consumers, BitSet of) {
    if (!consumers.intersects(of)) {
      return;
    }
    Decision decision = decisions.and(one, other);
    if (!decision.isSilent()) {
      BitSet both = (BitSet) consumers.clone();
      both.and(of);
      together.computeIfAbsent(decision, key -> new BitSet()).or(both);
    }
  }

  private void addReturns(int provider, BitSet consumers, Returns what) {
    if (what != Returns.NONE) {
      consumers.stream()
          .forEach(
              consumer ->
                  returns.get(consumer).computeIfAbsent(what, key -> new BitSet()).set(provider));
    }
  }

  void forEach(Visitor visitor) {
    for (Part part : parts) {
      BitSet left = (BitSet) part.consumers().clone();
      returns
          .get(part.provider())
          .forEach(
              (what, of) -> {
                BitSet both = (BitSet) of.clone();
                both.and(part.consumers());
                if (!both.isEmpty()) {
                  visitor.visit(part.provider(), both, part.decision(), what);
                  left.andNot(both);
                }
              });
      if (!left.isEmpty()) {
        visitor.visit(part.provider(), left, part.decision(), Returns.NONE);
      }
    }
  }
}
