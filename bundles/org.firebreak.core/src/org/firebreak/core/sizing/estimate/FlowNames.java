package org.firebreak.core.sizing.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;

/** Finds flows by what people call them: id, own name, or source → destination. */
public final class FlowNames {

  private final Map<String, List<Flow>> byName = new HashMap<>();

  /**
   * The flows of a design.
   *
   * @param design design
   */
  public FlowNames(Design design) {
    for (Flow flow : design.getFlows()) {
      Set<String> names = new LinkedHashSet<>();
      names.add(flow.getId());
      names.add(plain(ElementRef.of(flow).name()));
      if (flow.getSource() != null && flow.getDestination() != null) {
        names.add(plain(flow.getSource().getName() + " → " + flow.getDestination().getName()));
      }
      names.forEach(name -> byName.computeIfAbsent(name, each -> new ArrayList<>()).add(flow));
    }
  }

  /** Arrows as they are typed, and spaces. */
  private static String plain(String name) {
    return name.replace("->", "→").replaceAll("\\s+", " ").strip();
  }

  /**
   * Finds flows.
   *
   * @param name id, name, or source → destination with {@code ->} for the arrow
   * @return every flow that is called so; empty for none
   */
  public List<Flow> find(String name) {
    return List.copyOf(byName.getOrDefault(plain(name), List.of()));
  }
}
