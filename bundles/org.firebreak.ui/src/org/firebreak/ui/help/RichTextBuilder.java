package org.firebreak.ui.help;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.firebreak.ui.help.RichText.Look;

/** Walks over Markdown and writes it as lines with spans. */
final class RichTextBuilder extends AbstractVisitor {
  private final StringBuilder text = new StringBuilder();
  private final List<RichText.Span> spans = new ArrayList<>();
  private final List<RichText.Line> lines = new ArrayList<>();
  private final List<RichText.Anchor> anchors = new ArrayList<>();
  private int depth;
  private String bullet;
  private boolean tight;

  RichText build() {
    if (lines.isEmpty()) {
      line(0, 0, false, false);
    }
    return new RichText(text.toString(), spans, lines, anchors);
  }

  /** Begins a line; the first has no line feed before it. */
  void line(int indent, int hang, boolean code, boolean gap) {
    if (!lines.isEmpty()) {
      text.append('\n');
    }
    lines.add(new RichText.Line(indent, hang, code, gap && !lines.isEmpty()));
  }

  /** Writes the children of a node in a look. */
  void inline(Node parent, Look look, String target) {
    int start = text.length();
    visitChildren(parent);
    span(start, look, target);
  }

  void words(String words, Look look) {
    int start = text.length();
    text.append(words);
    span(start, look, null);
  }

  private void span(int start, Look look, String target) {
    if (look != null && text.length() > start) {
      spans.add(new RichText.Span(start, text.length() - start, look, target));
    }
  }

  @Override
  public void visit(Heading heading) {
    line(0, 0, false, true);
    anchors.add(new RichText.Anchor(Headings.anchor(heading), text.length()));
    Look look =
        switch (heading.getLevel()) {
          case 1 -> Look.TITLE;
          case 2 -> Look.HEADING;
          default -> Look.SUBHEADING;
        };
    inline(heading, look, null);
  }

  @Override
  public void visit(Paragraph paragraph) {
    if (bullet == null) {
      line(depth, depth, false, !tight);
    } else {
      line(depth - 1, depth, false, false);
      text.append(bullet);
      bullet = null;
    }
    visitChildren(paragraph);
  }

  @Override
  public void visit(BulletList list) {
    depth++;
    visitChildren(list);
    depth--;
  }

  @Override
  public void visit(OrderedList list) {
    depth++;
    visitChildren(list);
    depth--;
  }

  @Override
  public void visit(ListItem item) {
    bullet = item.getParent() instanceof OrderedList ? number(item) + ".  " : "•  ";
    tight = true;
    visitChildren(item);
    tight = false;
  }

  private static int number(ListItem item) {
    int number = 1;
    for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
      number++;
    }
    return number;
  }

  @Override
  public void visit(FencedCodeBlock block) {
    code(block.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock block) {
    code(block.getLiteral());
  }

  private void code(String literal) {
    boolean first = true;
    for (String each : literal.stripTrailing().split("\n")) {
      line(depth + 1, depth + 2, true, first);
      words(each, Look.CODE);
      first = false;
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock table) {
      new TableText(this).write(table);
    } else {
      visitChildren(block);
    }
  }

  @Override
  public void visit(Text words) {
    text.append(words.getLiteral());
  }

  @Override
  public void visit(Code code) {
    words(code.getLiteral(), Look.CODE);
  }

  @Override
  public void visit(SoftLineBreak pause) {
    text.append(' ');
  }

  @Override
  public void visit(HardLineBreak pause) {
    line(depth, depth, false, false);
  }

  @Override
  public void visit(Emphasis emphasis) {
    inline(emphasis, Look.EMPHASIS, null);
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    inline(emphasis, Look.STRONG, null);
  }

  @Override
  public void visit(Link link) {
    inline(link, Look.LINK, link.getDestination());
  }

  /** A picture is one character, which whoever shows it replaces. */
  @Override
  public void visit(Image image) {
    int start = text.length();
    text.append('\uFFFC');
    span(start, Look.PICTURE, image.getDestination());
  }
}
