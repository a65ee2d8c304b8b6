package org.firebreak.ui.help;

import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Words and anchors of headings. */
final class Headings {

  private Headings() {}

  /** The words of a node without their emphasis. */
  static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak pause) {
            words.append(' ');
          }
        });
    return words.toString();
  }

  /** The anchor that GitHub gives a heading: {@code Light and dark} becomes light-and-dark. */
  static String anchor(Heading heading) {
    return words(heading)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
