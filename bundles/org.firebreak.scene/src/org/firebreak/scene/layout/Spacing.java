package org.firebreak.scene.layout;

import java.util.HashMap;
import java.util.Map;

/** Room between columns and between the boxes of a column; grows where lines need it. */
final class Spacing {
  private record Place(String container, int column, int index) {}

  private static final int GAP = 24;

  private final Map<Place, Integer> channels = new HashMap<>();
  private final Map<Place, Integer> gaps = new HashMap<>();
  private final Map<String, Integer> titles = new HashMap<>();

  /** Width of the channel to the right of a column, px. */
  int channel(String container, int column) {
    return channels.getOrDefault(new Place(container, column, 0), 0);
  }

  void setChannel(String container, int column, int width) {
    channels.put(new Place(container, column, 0), width);
  }

  /** Height of the gap under a box, px. */
  int gap(String container, int column, int index) {
    return gaps.getOrDefault(new Place(container, column, index), GAP);
  }

  void setGap(String container, int column, int index, int height) {
    gaps.put(new Place(container, column, index), height);
  }

  /** Width that a container's title needs, px. */
  int titleWidth(String container) {
    return titles.getOrDefault(container, 0);
  }

  void setTitleWidth(String container, int width) {
    titles.put(container, width);
  }
}
