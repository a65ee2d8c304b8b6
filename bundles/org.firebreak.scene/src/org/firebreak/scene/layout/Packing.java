package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.Measures;
import org.firebreak.scene.NaturalSize;
import org.firebreak.scene.geometry.Size;

/** Sets the content of zones in rows, so that a collapsed zone opens tidily. */
final class Packing {
  private static final double RATIO = 1.5;
  private static final int GAP = 20;

  private final Map<NamedElement, DiagramNode> nodes;
  private final NaturalSize naturalSize;

  Packing(Map<NamedElement, DiagramNode> nodes, NaturalSize naturalSize) {
    this.nodes = nodes;
    this.naturalSize = naturalSize;
  }

  /** Gives every node in a zone a place; answers the size of the open zone. */
  Size pack(Zone zone) {
    List<DiagramNode> content = new ArrayList<>();
    List<Size> sizes = new ArrayList<>();
    for (Zone inner : zone.getZones()) {
      content.add(nodes.get(inner));
      sizes.add(pack(inner));
    }
    for (ServerGroup group : zone.getGroups()) {
      content.add(nodes.get(group));
      sizes.add(naturalSize.of(group, nodes.get(group).isCollapsed()));
    }
    for (Server server : zone.getServers()) {
      content.add(nodes.get(server));
      sizes.add(naturalSize.of(server, false));
    }
    if (content.isEmpty()) {
      return naturalSize.of(zone, false);
    }
    return rows(content, sizes);
  }

  private static Size rows(List<DiagramNode> content, List<Size> sizes) {
    double area = 0;
    int width = 0;
    for (Size size : sizes) {
      area += (size.width() + GAP) * (double) (size.height() + GAP);
      width = Math.max(width, size.width());
    }
    int most = Math.max(width, (int) Math.sqrt(area * RATIO));
    int x = 0;
    int y = 0;
    int tallest = 0;
    int widest = 0;
    for (int i = 0; i < content.size(); i++) {
      Size size = sizes.get(i);
      if (x > 0 && x + size.width() > most) {
        x = 0;
        y += tallest + GAP;
        tallest = 0;
      }
      content.get(i).setX(Measures.ZONE_PADDING + x);
      content.get(i).setY(Measures.ZONE_HEADER + y);
      tallest = Math.max(tallest, size.height());
      widest = Math.max(widest, x + size.width());
      x += size.width() + GAP;
    }
    return new Size(
        widest + 2 * Measures.ZONE_PADDING,
        y + tallest + Measures.ZONE_HEADER + Measures.ZONE_PADDING);
  }
}
