package org.firebreak.exports.cloud;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;

/**
 * The permits of a host's ordered rules as a set without order, for platforms that have no denials
 * or in which denials win: what a rule permits less what rules before it deny.
 */
public final class Permits {
  private Permits() {}

  /**
   * The permits of one direction.
   *
   * @param rules rules of a host in that direction, in order; the first that matches decides
   * @return boxes that together hold exactly what the rules permit
   */
  public static List<Permit> of(List<Rule> rules) {
    List<Permit> permits = new ArrayList<>();
    List<Permit> denials = new ArrayList<>();
    for (Rule rule : rules) {
      Permit box = box(rule);
      if (rule.action() == Rule.Action.DENY) {
        denials.add(box);
      } else {
        permits.addAll(cut(box, denials));
      }
    }
    return permits;
  }

  /** All that a rule matches. */
  public static Permit box(Rule rule) {
    boolean inbound = rule.direction() == Rule.Direction.INBOUND;
    return new Permit(
        rule,
        inbound ? rule.source() : rule.destination(),
        (inbound ? rule.destination() : rule.source()).addresses(),
        rule.services().isEmpty() ? ServiceLine.ANY : ServiceLine.of(rule.services()));
  }

  private static List<Permit> cut(Permit box, List<Permit> denials) {
    List<Permit> left = box.isEmpty() ? List.of() : List.of(box);
    for (Permit denial : denials) {
      List<Permit> next = new ArrayList<>();
      left.forEach(part -> addWithout(part, denial, next));
      left = next;
    }
    return left;
  }

  /** Adds what is outside the denial in one dimension after the other. */
  private static void addWithout(Permit part, Permit denial, List<Permit> to) {
    if (!part.services().intersects(denial.services())
        || !part.own().intersects(denial.own())
        || !part.peer().addresses().intersects(denial.peer().addresses())) {
      to.add(part);
      return;
    }
    AddressSet peers = part.peer().addresses();
    AddressSet otherPeers = peers.minus(denial.peer().addresses());
    addUnlessEmpty(part.withPeer(otherPeers), to);
    Permit same = part.withPeer(peers.minus(otherPeers));
    AddressSet otherOwn = part.own().minus(denial.own());
    addUnlessEmpty(same.withOwn(otherOwn), to);
    addUnlessEmpty(
        same.withOwn(part.own().minus(otherOwn))
            .withServices(part.services().minus(denial.services())),
        to);
  }

  private static void addUnlessEmpty(Permit permit, List<Permit> to) {
    if (!permit.isEmpty()) {
      to.add(permit);
    }
  }
}
