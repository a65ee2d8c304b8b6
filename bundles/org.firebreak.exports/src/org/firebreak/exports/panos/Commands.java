package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.firebreak.exports.ExportFile;

/** Writes commands and remembers those that undo them. */
final class Commands {
  /** Long member lists go on in further commands, which add members. */
  private static final int LINE = 800;

  private final ExportFile file;
  private final PanOsChecker checker = new PanOsChecker();
  private final List<String> undo = new ArrayList<>();

  Commands(ExportFile file) {
    this.file = file;
  }

  /** Writes {@code set PATH}. */
  void set(String path) throws IOException {
    String line = "set " + path;
    checker.check(line);
    file.write(line).newLine();
  }

  /** Writes {@code set PATH [ members ]}, in several commands if it is long. */
  void set(String path, List<String> members) throws IOException {
    if (members.size() == 1) {
      set(path + " " + members.get(0));
      return;
    }
    StringBuilder list = new StringBuilder();
    for (String member : members) {
      if (path.length() + list.length() + member.length() > LINE) {
        set(path + " [" + list + " ]");
        list.setLength(0);
      }
      list.append(' ').append(member);
    }
    set(path + " [" + list + " ]");
  }

  /** Remembers that {@code delete PATH} is part of undoing; what came last is undone first. */
  void undoneBy(String path) {
    undo.add("delete " + path);
  }

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
