package org.firebreak.ui.help;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * A page of the guide.
 *
 * @param id name of its file without ending, for instance {@code window}
 * @param title its first heading
 * @param content the parsed text
 * @param sections its headings of the first three ranks in their order; the first is the title
 */
public record GuidePage(String id, String title, Node content, List<Section> sections) {
  private static final int DEEPEST = 3;
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /**
   * A part of a page.
   *
   * @param anchor as in links, {@code light-and-dark}
   * @param title the words of the heading
   * @param level 1 for the title of the page
   */
  public record Section(String anchor, String title, int level) {}

  /** Reads a page from Markdown. */
  public static GuidePage of(String id, String markdown) {
    Node content = PARSER.parse(markdown);
    List<Section> sections = new ArrayList<>();
    for (Node node = content.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() <= DEEPEST) {
        sections.add(
            new Section(Headings.anchor(heading), Headings.words(heading), heading.getLevel()));
      }
    }
    String title = sections.isEmpty() ? id : sections.get(0).title();
    return new GuidePage(id, title, content, List.copyOf(sections));
  }

  /** Whether the page has a section with that anchor. */
  public boolean has(String anchor) {
    return sections.stream().anyMatch(section -> section.anchor().equals(anchor));
  }
}
