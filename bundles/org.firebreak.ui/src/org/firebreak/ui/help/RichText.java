package org.firebreak.ui.help;

import java.util.List;
import org.commonmark.node.Node;

/**
 * Text with its parts, as a page of the guide becomes to be shown; display-free.
 *
 * @param text lines separated by a line feed
 * @param spans parts that look other than the rest, in their order; they may be inside each other
 * @param lines how the lines stand, one for each line of the text
 * @param anchors where headings are
 */
record RichText(String text, List<Span> spans, List<Line> lines, List<Anchor> anchors) {
  /** How a part looks. */
  enum Look {
    TITLE,
    HEADING,
    SUBHEADING,
    STRONG,
    EMPHASIS,
    CODE,
    MUTED,
    LINK,
    PICTURE
  }

  /**
   * A part of the text.
   *
   * @param target of a link or picture; {@code null} for others
   */
  record Span(int start, int length, Look look, String target) {}

  /**
   * How a line stands.
   *
   * @param indent of the line, in steps
   * @param hang indent of what is wrapped, in steps
   * @param code whether it is part of a block of code
   * @param gap whether there is space above it
   */
  record Line(int indent, int hang, boolean code, boolean gap) {}

  /** A heading at an offset. */
  record Anchor(String name, int offset) {}

  /** The text of a node and what is in it. */
  static RichText of(Node node) {
    return of(List.of(node));
  }

  /** The text of some nodes one after the other. */
  static RichText of(List<Node> nodes) {
    RichTextBuilder builder = new RichTextBuilder();
    nodes.forEach(node -> node.accept(builder));
    return builder.build();
  }

  static RichText of(GuidePage page) {
    return of(page.content());
  }

  /** The offset of a heading; 0 if there is none of that name. */
  int offset(String anchor) {
    return anchors.stream()
        .filter(each -> each.name().equals(anchor))
        .mapToInt(Anchor::offset)
        .findFirst()
        .orElse(0);
  }

  RichText {
    spans = List.copyOf(spans);
    lines = List.copyOf(lines);
    anchors = List.copyOf(anchors);
  }
}
