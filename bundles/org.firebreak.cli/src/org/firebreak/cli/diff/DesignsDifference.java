package org.firebreak.cli.diff;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Style;
import org.firebreak.cli.io.StyledLine;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.core.diff.ElementChange;
import org.firebreak.core.diff.ValueChange;
import org.firebreak.report.difference.DifferenceView;
import org.firebreak.report.difference.DifferenceView.Group;
import org.firebreak.report.difference.DifferenceView.Row;
import org.firebreak.report.difference.DifferenceView.Section;
import org.firebreak.report.difference.DifferenceView.Text;

/**
 * Two designs, compared element by element.
 *
 * @param before the older one as the user names it
 * @param after the newer one as the user names it
 */
public record DesignsDifference(String before, String after, DesignDifference difference)
    implements Difference {
  @Override
  public boolean isEmpty() {
    return difference.isEmpty();
  }

  @Override
  public String summary() {
    return difference.summary();
  }

  @Override
  public List<StyledLine> lines() {
    List<StyledLine> lines = new ArrayList<>();
    difference.added().forEach(each -> lines.add(StyledLine.of(Style.ADDED, "+ " + each)));
    difference.removed().forEach(each -> lines.add(StyledLine.of(Style.REMOVED, "- " + each)));
    for (ElementChange each : difference.changed()) {
      lines.add(
          StyledLine.of(Style.STRONG, "~ " + each.kind() + " " + each.label())
              .then(each.values().isEmpty() ? "" : ":"));
      int width =
          each.values().stream().mapToInt(value -> value.attribute().length()).max().orElse(0);
      for (ValueChange value : each.values()) {
        lines.add(line(value, width));
      }
    }
    return lines;
  }

  private static StyledLine line(ValueChange value, int width) {
    StyledLine line =
        StyledLine.of("    " + value.attribute() + " ".repeat(width - value.attribute().length()));
    if (value.before().equals(value.after())) {
      return line.then(Style.FAINT, "  differs");
    }
    return line.then("  ")
        .then(Style.REMOVED, shown(value.before()))
        .then(Style.FAINT, " → ")
        .then(Style.ADDED, shown(value.after()));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(none)" : value.replace("\n", ", ");
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStringField("kind", "designs");
    json.writeStringField("before", before);
    json.writeStringField("after", after);
    json.writeBooleanField("same", isEmpty());
    json.writeStringField("summary", summary());
    write(json, "added", difference.added());
    write(json, "removed", difference.removed());
    write(json, "changed", difference.changed());
  }

  private static void write(JsonGenerator json, String field, List<ElementChange> changes)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (ElementChange change : changes) {
      json.writeStartObject();
      json.writeStringField("kind", change.kind());
      json.writeStringField("name", change.label());
      json.writeStringField("id", change.id());
      json.writeArrayFieldStart("values");
      for (ValueChange value : change.values()) {
        json.writeStartObject();
        json.writeStringField("attribute", value.attribute());
        json.writeStringField("before", value.before());
        json.writeStringField("after", value.after());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public DifferenceView view() {
    List<Section> sections = new ArrayList<>();
    add(sections, "Added", difference.added());
    add(sections, "Removed", difference.removed());
    add(sections, "Changed", difference.changed());
    return new DifferenceView("designs", before, after, summary(), sections);
  }

  private static void add(List<Section> sections, String title, List<ElementChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<Group> groups =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    ElementChange::kind, java.util.LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(kind -> new Group(kind.getKey(), rows(title, kind.getValue())))
            .toList();
    String count = changes.size() + (changes.size() == 1 ? " element" : " elements");
    sections.add(new Section(title, count, List.of(), groups));
  }

  private static List<Row> rows(String title, List<ElementChange> changes) {
    List<Row> rows = new ArrayList<>();
    for (ElementChange change : changes) {
      if (change.values().isEmpty()) {
        boolean added = title.equals("Added");
        List<Text> texts = Text.pair(added ? "" : change.label(), added ? change.label() : "");
        rows.add(
            new Row(
                added ? "added" : "removed",
                change.label(),
                change.id(),
                texts.get(0),
                texts.get(1)));
      }
      for (ValueChange value : change.values()) {
        List<Text> texts = Text.pair(value.before(), value.after());
        String name = change.label() + ": " + value.attribute();
        rows.add(new Row("changed", name, change.id(), texts.get(0), texts.get(1)));
      }
    }
    return rows;
  }
}
