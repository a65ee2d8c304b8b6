package org.firebreak.imports.policy;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.spi.RuleEnd;
import org.firebreak.rulebase.chains.Box;

/**
 * What packet filters permit together. Between two hosts that both have a filter, the one must let
 * a connection out and the other let it in; towards others, their own filter decides alone.
 */
final class HostTraffic {
  /**
   * A permit at some hosts.
   *
   * @param one whether it is one host
   */
  record Placed(RuleEnd.Hosts hosts, AddressSet own, boolean one, Permit permit) {}

  /** What becomes flows. */
  record Effective(FilterRule rule, RuleEnd source, RuleEnd destination, Box box) {}

  private final List<Placed> inbound = new ArrayList<>();
  private final List<Placed> outbound = new ArrayList<>();
  private final List<Permit> central = new ArrayList<>();
  private final List<AddressSet> guardedIn = new ArrayList<>();
  private final List<AddressSet> guardedOut = new ArrayList<>();
  private final List<Effective> effective = new ArrayList<>();

  /** Adds what a filter at some hosts permits, or at one. */
  void add(RuleEnd.Hosts hosts, AddressSet own, boolean one, boolean in, List<Permit> permits) {
    (in ? guardedIn : guardedOut).add(own);
    for (Permit permit : permits) {
      (in ? inbound : outbound).add(new Placed(hosts, own, one, permit));
    }
  }

  /** Adds what a firewall between servers permits. */
  void add(List<Permit> permits) {
    central.addAll(permits);
  }

  /** What is permitted in the end. */
  List<Effective> effective(Progress progress) {
    AddressSet in = union(guardedIn);
    AddressSet out = union(guardedOut);
    for (Permit permit : central) {
      progress.check();
      pass(permit, in, out);
    }
    for (Placed placed : inbound) {
      progress.check();
      receive(placed, out);
    }
    for (Placed placed : outbound) {
      progress.check();
      send(placed, in);
    }
    return effective;
  }

  /**
   * What a firewall lets pass to or from hosts with filters is theirs to decide; nothing tells
   * which of their connections come through the firewall.
   */
  private void pass(Permit permit, AddressSet in, AddressSet out) {
    Box box = permit.box();
    AddressSet source = box.source().intersect(out);
    AddressSet destination = box.destination().intersect(in);
    Box sending = new Box(source, box.destination(), box.services());
    Box receiving = new Box(box.source(), destination, box.services());
    boolean whole =
        (sending.isEmpty() || Boxes.minus(sending, sent(sending)).isEmpty())
            && (receiving.isEmpty() || Boxes.minus(receiving, letIn(receiving)).isEmpty());
    Box rest =
        whole ? box : new Box(box.source().minus(out), box.destination().minus(in), box.services());
    if (!rest.isEmpty()) {
      effective.add(
          new Effective(
              permit.rule(),
              new RuleEnd.Addresses(rest.source()),
              new RuleEnd.Addresses(rest.destination()),
              rest));
    }
  }

  private void receive(Placed placed, AddressSet guarded) {
    Box box = placed.permit().box();
    if (box.isEmpty()) {
      return;
    }
    AddressSet known = elsewhere(box.source().intersect(guarded), placed);
    Box among = new Box(known, placed.own(), box.services());
    if (among.isEmpty() || Boxes.minus(among, sent(among)).isEmpty()) {
      received(placed, box);
      return;
    }
    received(placed, new Box(box.source().minus(known), box.destination(), box.services()));
    for (Box each : sent(among)) {
      Box both = among.intersect(each);
      if (!both.isEmpty()) {
        effective.add(
            new Effective(
                placed.permit().rule(),
                new RuleEnd.Addresses(both.source()),
                new RuleEnd.Addresses(both.destination()),
                both));
      }
    }
  }

  private void received(Placed placed, Box box) {
    if (!box.isEmpty()) {
      effective.add(
          new Effective(
              placed.permit().rule(),
              new RuleEnd.Addresses(box.source()),
              own(placed, box.destination()),
              box));
    }
  }

  private void send(Placed placed, AddressSet guarded) {
    Box box = placed.permit().box();
    AddressSet known = elsewhere(box.destination().intersect(guarded), placed);
    AddressSet free = box.destination().minus(known);
    if (box.isEmpty() || free.isEmpty()) {
      // The hosts at the other end say it, as far as they let it in.
      return;
    }
    Box among = new Box(placed.own(), known, box.services());
    boolean whole =
        known.isEmpty() || !among.isEmpty() && Boxes.minus(among, letIn(among)).isEmpty();
    AddressSet destination = whole ? box.destination() : free;
    effective.add(
        new Effective(
            placed.permit().rule(),
            own(placed, box.source()),
            new RuleEnd.Addresses(destination),
            new Box(box.source(), destination, box.services())));
  }

  /** What a host says to itself passes no filter. */
  private static AddressSet elsewhere(AddressSet addresses, Placed placed) {
    return placed.one() ? addresses.minus(placed.own()) : addresses;
  }

  /** The hosts, or those of their addresses that a rule is about. */
  private static RuleEnd own(Placed placed, AddressSet of) {
    AddressSet some = of.intersect(placed.own());
    boolean whole = placed.own().isEmpty() ? Families.isEveryHost(of) : some.equals(placed.own());
    return whole
        ? placed.hosts()
        : new RuleEnd.Addresses(placed.own().isEmpty() ? of.minus(Families.TO_MANY) : some);
  }

  private List<Box> sent(Box among) {
    List<Box> boxes = new ArrayList<>();
    for (Placed placed : outbound) {
      Box box = placed.permit().box();
      if (box.services().intersects(among.services())
          && box.destination().intersects(among.destination())
          && placed.own().intersects(among.source())) {
        boxes.add(new Box(box.source().intersect(placed.own()), box.destination(), box.services()));
      }
    }
    return boxes;
  }

  private List<Box> letIn(Box among) {
    List<Box> boxes = new ArrayList<>();
    for (Placed placed : inbound) {
      Box box = placed.permit().box();
      if (box.services().intersects(among.services())
          && box.source().intersects(among.source())
          && placed.own().intersects(among.destination())) {
        boxes.add(new Box(box.source(), box.destination().intersect(placed.own()), box.services()));
      }
    }
    return boxes;
  }

  private static AddressSet union(List<AddressSet> sets) {
    return AddressSet.of(sets.stream().flatMap(set -> set.ranges().stream()).toList());
  }
}
