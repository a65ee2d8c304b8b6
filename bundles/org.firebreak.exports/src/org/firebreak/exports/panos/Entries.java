package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.List;

/** Takes the entries of a configuration, each after what it refers to. */
interface Entries {
  /** Takes an entry. */
  void entry(Section section, String name, List<Node> parts) throws IOException;
}
