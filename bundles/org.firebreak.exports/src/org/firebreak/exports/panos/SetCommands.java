package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.exports.ExportFile;

/** Writes entries as {@code set} commands and remembers those that undo them. */
final class SetCommands implements Entries {
  /** Longer commands are divided; further members and attributes are added to what is there. */
  private static final int LINE = 800;

  private final ExportFile file;
  private final Place place;
  private final PanOsChecker checker = new PanOsChecker();
  private final List<String> undo = new ArrayList<>();

  SetCommands(ExportFile file, Place place) {
    this.file = file;
    this.place = place;
  }

  @Override
  public void entry(Section section, String name, List<Node> parts) throws IOException {
    String path = String.join(" ", place.words(section)) + " " + name;
    List<Attribute> attributes = new ArrayList<>();
    parts.forEach(part -> Attribute.add("", part, attributes));
    StringBuilder line = new StringBuilder();
    Set<String> inLine = new HashSet<>();
    for (Attribute attribute : attributes) {
      for (String text : attribute.texts(LINE - path.length())) {
        // one branch of an entry a line, since a command goes down into one branch
        boolean again = !inLine.add(attribute.first());
        if (!line.isEmpty() && (again || path.length() + line.length() + text.length() > LINE)) {
          write(path, line);
          inLine.clear();
          inLine.add(attribute.first());
        }
        line.append(' ').append(text);
      }
    }
    write(path, line);
    if (section != Section.ZONE) {
      undo.add("delete " + path); // interfaces may be bound to zones, so these stay
    }
  }

  private void write(String path, StringBuilder attributes) throws IOException {
    String line = "set " + path + attributes;
    checker.check(line);
    file.write(line).newLine();
    attributes.setLength(0);
  }

  /** Commands that delete what was written; what came last is deleted first. */
  List<String> undo() {
    List<String> reversed = new ArrayList<>(undo);
    Collections.reverse(reversed);
    return reversed;
  }

  /** What PAN-OS would refuse of the commands; empty if nothing. */
  List<String> violations() {
    return checker.violations();
  }
}
