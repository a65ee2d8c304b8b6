package org.firebreak.diagram.commands;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.gef.commands.Command;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.DiagramNode;
import org.firebreak.scene.Box;

/** Which of several boxes in the same box is drawn over the others. */
public final class OrderEdits {
  private final LiveScene live;

  public OrderEdits(LiveScene live) {
    this.live = live;
  }

  /** Where boxes can go. */
  public enum Way {
    TO_FRONT("Bring to front"),
    FORWARD("Bring forward"),
    BACKWARD("Send backward"),
    TO_BACK("Send to back");

    private final String label;

    Way(String label) {
      this.label = label;
    }
  }

  /**
   * Moves boxes before or behind those beside them; among themselves they keep their order.
   *
   * @return {@code null} if they are there already
   */
  public Command move(List<Box> boxes, Way way) {
    Set<String> parents = new HashSet<>();
    Set<DiagramNode> chosen = new HashSet<>();
    for (Box box : boxes) {
      if (live.model(box.id()) instanceof DiagramNode node) {
        parents.add(box.parentId());
        chosen.add(node);
      }
    }
    List<DiagramNode> before = live.diagram().getNodes();
    List<DiagramNode> after = new ArrayList<>(before);
    for (String parent : parents) {
      order(siblings(parent), chosen, way, after);
    }
    return after.equals(before)
        ? null
        : new EditCommand(live.edit(), way.label, () -> carryOut(after));
  }

  private List<DiagramNode> siblings(String parent) {
    Set<DiagramNode> shown = new HashSet<>();
    for (Box box : live.scene().children(parent)) {
      if (live.model(box.id()) instanceof DiagramNode node) {
        shown.add(node);
      }
    }
    return live.diagram().getNodes().stream().filter(shown::contains).toList();
  }

  /** Gives the siblings a new order on the places that they have in the whole list. */
  private static void order(
      List<DiagramNode> siblings, Set<DiagramNode> chosen, Way way, List<DiagramNode> all) {
    List<DiagramNode> ordered = new ArrayList<>(siblings);
    switch (way) {
      case TO_FRONT -> ordered.sort(Collections.reverseOrder(first(chosen)));
      case TO_BACK -> ordered.sort(first(chosen));
      case FORWARD -> {
        for (int i = ordered.size() - 2; i >= 0; i--) {
          swapIf(chosen, ordered, i, i + 1);
        }
      }
      case BACKWARD -> {
        for (int i = 1; i < ordered.size(); i++) {
          swapIf(chosen, ordered, i, i - 1);
        }
      }
    }
    List<Integer> places = siblings.stream().map(all::indexOf).toList();
    for (int i = 0; i < places.size(); i++) {
      all.set(places.get(i), ordered.get(i));
    }
  }

  private static Comparator<DiagramNode> first(Set<DiagramNode> chosen) {
    return Comparator.comparing(node -> !chosen.contains(node));
  }

  private static void swapIf(Set<DiagramNode> chosen, List<DiagramNode> list, int i, int with) {
    if (chosen.contains(list.get(i)) && !chosen.contains(list.get(with))) {
      Collections.swap(list, i, with);
    }
  }

  private void carryOut(List<DiagramNode> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (live.diagram().getNodes().get(i) != wanted.get(i)) {
        live.diagram().getNodes().move(i, wanted.get(i));
      }
    }
  }
}
