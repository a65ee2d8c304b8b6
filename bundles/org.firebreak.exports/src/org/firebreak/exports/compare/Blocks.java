package org.firebreak.exports.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The nesting of lines as their indentation shows it; a line that closes a block is in it. */
final class Blocks {
  private static final int NAMED = 4;

  private final List<String> lines;
  private final int[] parents;
  private final int[] documents;

  Blocks(List<String> lines) {
    this.lines = lines;
    this.parents = new int[lines.size()];
    this.documents = new int[lines.size()];
    Deque<Integer> open = new ArrayDeque<>();
    int document = 0;
    for (int i = 0; i < parents.length; i++) {
      String line = lines.get(i);
      document += line.equals("---") ? 1 : 0;
      documents[i] = document;
      int indent = indent(line);
      while (!line.isBlank() && !open.isEmpty() && indent(lines.get(open.peek())) > indent) {
        open.pop();
      }
      boolean closes = !open.isEmpty() && closes(line) && indent(lines.get(open.peek())) == indent;
      if (!line.isBlank() && !closes && !open.isEmpty()) {
        while (!open.isEmpty() && indent(lines.get(open.peek())) == indent) {
          open.pop();
        }
      }
      parents[i] = open.isEmpty() ? -1 : open.peek();
      if (!line.isBlank() && !closes) {
        open.push(i);
      }
    }
  }

  static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  private static boolean closes(String line) {
    String text = line.strip();
    return (text.startsWith("}")
            || text.startsWith("]")
            || text.startsWith(")")
            || text.startsWith("</"))
        && !text.endsWith("{")
        && !text.endsWith("[");
  }

  /** The line that opens the innermost block around a line; -1 outside any block. */
  int parent(int line) {
    return parents[line];
  }

  /** Number of the document of a file of several, as YAML has them; 0 for the first. */
  int document(int line) {
    return documents[line];
  }

  /** The lines that open the innermost blocks around a line, outermost first. */
  String context(int line) {
    List<String> names = new ArrayList<>();
    for (int at = parents[line]; at >= 0 && names.size() < NAMED; at = parents[at]) {
      names.add(0, lines.get(at).strip());
    }
    return String.join("\n", names);
  }
}
