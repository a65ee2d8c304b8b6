package org.firebreak.diagram.commands;

import java.util.Collection;
import java.util.List;
import org.eclipse.gef.commands.Command;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.layout.RoomMaker;

/**
 * Hiding and showing what is in zones and groups; neighbours give way to what opens. Every command
 * is one undoable step, and {@code null} if there is nothing to do.
 */
public final class CollapseEdits {
  /** Outermost zones as one box each. */
  public static final int ZONES = 1;

  /** Zones open, groups as one box each. */
  public static final int GROUPS = 2;

  /** All open, down to the servers. */
  public static final int SERVERS = 3;

  private final LiveScene live;

  public CollapseEdits(LiveScene live) {
    this.live = live;
  }

  /** Whether a node has content of its own that can be hidden: a zone's or a group's. */
  public static boolean isCollapsible(DiagramNode node) {
    return node.getElement() instanceof Zone || node.getElement() instanceof ServerGroup;
  }

  /** Collapses the nodes if any of them is open, else opens them; others are left out. */
  public Command toggle(Collection<DiagramNode> nodes) {
    List<DiagramNode> affected = nodes.stream().filter(CollapseEdits::isCollapsible).toList();
    boolean collapse = affected.stream().anyMatch(node -> !node.isCollapsed());
    String what =
        affected.size() == 1
            ? ModelDescriptions.label(affected.get(0))
            : affected.size() + " boxes";
    return command((collapse ? "Collapse " : "Expand ") + what, affected, collapse);
  }

  /** Collapses all zones and groups. */
  public Command collapseAll() {
    return command("Collapse all", all(), true);
  }

  /** Opens all zones and groups. */
  public Command expandAll() {
    return command("Expand all", all(), false);
  }

  /**
   * Opens all that is above a level and collapses the rest.
   *
   * @param level {@link #ZONES}, {@link #GROUPS} or {@link #SERVERS}
   */
  public Command expandToLevel(int level) {
    return switch (level) {
      case ZONES -> command("Expand to zones", all(), true);
      case GROUPS -> {
        List<DiagramNode> groups =
            all().stream().filter(node -> node.getElement() instanceof ServerGroup).toList();
        List<DiagramNode> zones = all().stream().filter(node -> !groups.contains(node)).toList();
        yield change("Expand to groups", wrong(groups, true), wrong(zones, false));
      }
      case SERVERS -> command("Expand to servers", all(), false);
      default -> throw new IllegalArgumentException("no level " + level + " of 1 to 3");
    };
  }

  private List<DiagramNode> all() {
    return live.diagram().getNodes().stream().filter(CollapseEdits::isCollapsible).toList();
  }

  private Command command(String label, List<DiagramNode> nodes, boolean collapse) {
    List<DiagramNode> wrong = wrong(nodes, collapse);
    return collapse ? change(label, wrong, List.of()) : change(label, List.of(), wrong);
  }

  private static List<DiagramNode> wrong(List<DiagramNode> nodes, boolean collapse) {
    return nodes.stream().filter(node -> node.isCollapsed() != collapse).toList();
  }

  private Command change(String label, List<DiagramNode> collapse, List<DiagramNode> expand) {
    if (collapse.isEmpty() && expand.isEmpty()) {
      return null;
    }
    return new EditCommand(
        live.edit(),
        label,
        () -> {
          collapse.forEach(node -> node.setCollapsed(true));
          expand.forEach(node -> node.setCollapsed(false));
          RoomMaker.since(live.scene(), live.diagram(), live.options()).applyTo(live.diagram());
        });
  }
}
