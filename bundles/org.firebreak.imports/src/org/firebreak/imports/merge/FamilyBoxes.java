package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.rulebase.chains.Box;

/** What a rule base permits in one address family. */
final class FamilyBoxes {
  private final List<RuleHalf> halves;

  FamilyBoxes(List<RuleHalf> all, boolean v6) {
    this.halves = all.stream().filter(half -> half.v6() == v6).toList();
  }

  /** Whether the rules permit every connection of a box, between the ends of a rule. */
  boolean contain(RuleHalf ends, Box box) {
    List<Box> left = new ArrayList<>(List.of(box));
    for (RuleHalf half : halves) {
      if (left.isEmpty()) {
        return true;
      }
      if (half.isComparableTo(ends) && half.box().services().intersects(box.services())) {
        List<Box> next = new ArrayList<>();
        left.forEach(each -> next.addAll(each.minus(half.box())));
        left = next;
      }
    }
    return left.isEmpty();
  }
}
