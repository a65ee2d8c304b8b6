package org.firebreak.exports.panos;

import java.util.List;

/** A part of an entry, as PAN-OS stores it. */
sealed interface Node {
  /** Name of the element. */
  String name();

  /** An element with a text. */
  record Value(String name, String text) implements Node {}

  /** An element with a list of members. */
  record Members(String name, List<String> members) implements Node {}

  /** An element with others in it, or with nothing. */
  record Branch(String name, List<Node> children) implements Node {}

  /** A named entry within a list of entries. */
  record Named(String name, List<Node> children) implements Node {}

  static Node value(String name, String text) {
    return new Value(name, text);
  }

  static Node members(String name, List<String> members) {
    return new Members(name, members);
  }

  static Node members(String name, String member) {
    return new Members(name, List.of(member));
  }

  static Node branch(String name, Node... children) {
    return new Branch(name, List.of(children));
  }

  static Node named(String name, List<Node> children) {
    return new Named(name, children);
  }
}
