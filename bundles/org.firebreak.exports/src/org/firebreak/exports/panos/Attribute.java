package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An attribute of an entry as a command writes it.
 *
 * @param path names of the elements, with spaces between
 * @param values its value, or its members; none where the element itself says all
 * @param list whether it is a list, to which members can be added
 */
record Attribute(String path, List<String> values, boolean list) {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.:/@,%+-]+");

  /** Adds the attributes within a part of an entry. */
  static void add(String path, Node part, List<Attribute> attributes) {
    String below = path.isEmpty() ? part.name() : path + " " + part.name();
    switch (part) {
      case Node.Value value ->
          attributes.add(new Attribute(below, List.of(quoted(value.text())), false));
      case Node.Members members -> attributes.add(new Attribute(below, members.members(), true));
      case Node.Branch branch -> addAll(below, branch.children(), attributes);
      case Node.Named named -> addAll(below, named.children(), attributes);
    }
  }

  private static void addAll(String path, List<Node> parts, List<Attribute> attributes) {
    if (parts.isEmpty()) {
      attributes.add(new Attribute(path, List.of(), false));
    }
    parts.forEach(part -> add(path, part, attributes));
  }

  /** Texts are plain ASCII without quotes by the time they get here. */
  private static String quoted(String text) {
    return BARE.matcher(text).matches() ? text : '"' + text + '"';
  }

  /** The first element. */
  String first() {
    int space = path.indexOf(' ');
    return space < 0 ? path : path.substring(0, space);
  }

  /** The attribute as parts of commands, more than one if its list is long. */
  List<String> texts(int length) {
    if (values.isEmpty()) {
      return List.of(path);
    }
    if (values.size() == 1) {
      return List.of(path + " " + values.get(0));
    }
    List<String> texts = new ArrayList<>();
    StringBuilder members = new StringBuilder();
    for (String member : values) {
      if (!members.isEmpty() && path.length() + members.length() + member.length() > length) {
        texts.add(path + " [" + members + " ]");
        members.setLength(0);
      }
      members.append(' ').append(member);
    }
    texts.add(path + " [" + members + " ]");
    return texts;
  }
}
