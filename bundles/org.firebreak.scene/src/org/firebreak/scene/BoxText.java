package org.firebreak.scene;

import java.util.List;

/**
 * What a box says.
 *
 * @param title name in full; the painter shortens it to the width it has
 * @param secondary member count, address or CIDR; empty for none
 * @param lines wrapped lines of a note; empty for all others
 * @param hint one of the lines of the tooltip each; never empty except for notes
 */
public record BoxText(String title, String secondary, List<String> lines, List<String> hint) {

  public BoxText {
    lines = List.copyOf(lines);
    hint = List.copyOf(hint);
  }
}
