package org.firebreak.report.document;

import java.util.List;
import java.util.stream.Stream;
import org.firebreak.report.table.Table;

/**
 * A document.
 *
 * @param kind stable name of the kind of document, for instance {@code sizing}
 * @param kicker what kind of document it is, in words
 * @param title name of the design
 * @param facts what identifies it: revision, author, day
 * @param sections its parts
 */
public record Document(
    String kind, String kicker, String title, List<Fact> facts, List<Section> sections) {

  /**
   * A fact about the document.
   *
   * @param key stable name
   * @param label what it is
   * @param value text; never null or empty
   */
  public record Fact(String key, String label, String value) {}

  /**
   * A part under a heading.
   *
   * @param id stable name within the document, lower case with hyphens
   * @param title heading
   * @param blocks content
   */
  public record Section(String id, String title, List<Block> blocks) {

    /** Copies the blocks. */
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  /** Copies the lists. */
  public Document {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }

  /** The same document with one more fact, in front of all others. */
  public Document with(Fact fact) {
    return new Document(
        kind, kicker, title, Stream.concat(Stream.of(fact), facts.stream()).toList(), sections);
  }

  /**
   * The document as people read it: of a section, the first {@value Shortening#MOST_ROWS} rows and
   * {@value Shortening#MOST_TABLES} tables, and a sentence on what is left out.
   */
  public Document shortened() {
    return new Document(kind, kicker, title, facts, sections.stream().map(Shortening::of).toList());
  }

  /** All tables, those of charts not counted. */
  public List<Table> tables() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Block.Rows.class::isInstance)
        .map(block -> ((Block.Rows) block).table())
        .toList();
  }
}
