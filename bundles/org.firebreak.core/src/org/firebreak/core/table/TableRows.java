package org.firebreak.core.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.Element;

/**
 * The rows of a table: all of the design's, ordered and filtered. For the thread that owns the
 * design; only {@link RowOrder#sorted()} may run elsewhere.
 */
public final class TableRows {
  private final TableKind kind;
  private final Design design;
  private final Map<Integer, String> columnFilters = new TreeMap<>();
  private final Map<Element, String> lines = new IdentityHashMap<>();
  private Map<String, String> findings = Map.of();
  private TableData data;
  private List<Element> all;
  private List<Element> ordered;
  private List<Element> shown;
  private Set<Element> only;
  private Map<Element, Integer> positions;
  private String search = "";
  private int prepared;
  private RowFilter filter = new RowFilter("", Map.of());

  public TableRows(TableKind kind, Design design) {
    this.kind = kind;
    this.design = design;
    data = TableData.of(design, findings);
    all = kind.rows(design);
    ordered = all;
    show();
  }

  public TableKind kind() {
    return kind;
  }

  public TableData data() {
    return data;
  }

  /** Number of rows of the design. */
  public int total() {
    return all.size();
  }

  /** Number of rows that pass the filter. */
  public int size() {
    return shown.size();
  }

  /** The element of a shown row. */
  public Element get(int row) {
    return shown.get(row);
  }

  /** Where an element is shown; -1 if it is not. */
  public int indexOf(Object element) {
    if (positions == null) {
      positions = new HashMap<>(shown.size() * 2);
      for (int i = 0; i < shown.size(); i++) {
        positions.put(shown.get(i), i);
      }
    }
    return positions.getOrDefault(element, -1);
  }

  /** What stands in the cell of a shown row. */
  public String text(int column, int row) {
    return kind.columns().get(column).textOf(shown.get(row), data);
  }

  /**
   * The design was edited. Rows stay where they are, whatever their cells say now; if some came or
   * went, the rest keeps its order.
   *
   * @param affected elements that changed
   * @return whether rows came or went
   */
  public boolean refresh(Collection<? extends EObject> affected) {
    data = TableData.of(design, findings);
    if (affected.stream().allMatch(kind::holds)) {
      // No other row says what stands in these.
      affected.forEach(lines::remove);
      prepared = 0;
    } else {
      forgetLines();
    }
    List<Element> now = kind.rows(design);
    if (now.equals(all)) {
      return false;
    }
    boolean natural = ordered == all;
    Set<Element> before = new HashSet<>(all);
    Set<Element> present = new HashSet<>(now);
    List<Element> kept = new ArrayList<>(now.size());
    if (natural) {
      kept = now;
    } else {
      for (Element row : ordered) {
        if (present.contains(row)) {
          kept.add(row);
        }
      }
      for (Element row : now) {
        if (!before.contains(row)) {
          kept.add(row);
        }
      }
    }
    all = now;
    ordered = natural ? all : kept;
    show();
    return true;
  }

  /** Other findings than before, in words by the id of the element. */
  public void setFindings(Map<String, String> worst) {
    if (findings.equals(worst)) {
      return;
    }
    for (Element row : all) {
      if (!Objects.equals(findings.get(row.getId()), worst.get(row.getId()))) {
        lines.remove(row);
      }
    }
    prepared = 0;
    findings = worst;
    data = TableData.of(design, findings);
  }

  /** Wants words that stand anywhere in a row. */
  public void setSearch(String words) {
    search = words;
    applyFilter();
  }

  /** Wants texts by the number of the column, instead of those before. */
  public void setColumnFilters(Map<Integer, String> texts) {
    columnFilters.clear();
    columnFilters.putAll(texts);
    applyFilter();
  }

  /** Shows these elements alone, as far as they pass the filter; {@code null} for all. */
  public void showOnly(Set<Element> elements) {
    only = elements;
    show();
  }

  public boolean isFiltered() {
    return only != null || !filter.isEmpty();
  }

  /** Filters again, with the cells as they are now. */
  public void applyFilter() {
    filter = new RowFilter(search, columnFilters);
    show();
  }

  private void show() {
    positions = null;
    if (!isFiltered()) {
      shown = ordered;
      return;
    }
    List<Element> passed = new ArrayList<>();
    for (Element row : ordered) {
      if ((only == null || only.contains(row)) && (filter.isEmpty() || filter.accepts(line(row)))) {
        passed.add(row);
      }
    }
    shown = passed;
  }

  private void forgetLines() {
    lines.clear();
    prepared = 0;
  }

  private String line(Element row) {
    String line = lines.get(row);
    if (line == null) {
      StringBuilder text = new StringBuilder();
      for (TableColumn column : kind.columns()) {
        text.append(column.textOf(row, data)).append(RowFilter.BORDER);
      }
      line = RowFilter.lower(text.toString());
      lines.put(row, line);
    }
    return line;
  }

  /**
   * Prepares filters: reads some rows, at least one.
   *
   * @param nanoseconds how long it may take
   * @return whether all rows are read
   */
  public boolean prepare(long nanoseconds) {
    long end = System.nanoTime() + nanoseconds;
    while (prepared < all.size()) {
      line(all.get(prepared++));
      if (System.nanoTime() >= end) {
        break;
      }
    }
    return prepared >= all.size();
  }

  /** How the rows would stand ordered by a column; that order is computed later. */
  public RowOrder order(int column, boolean descending) {
    return RowOrder.of(ordered, kind.columns().get(column), data, descending);
  }

  /**
   * Takes an order over; rows that came meanwhile stand at its end.
   *
   * @param rows as {@link RowOrder#sorted()} answered; {@code null} for the order of the design
   */
  public void setOrder(List<Element> rows) {
    if (rows == null) {
      ordered = all;
    } else {
      Set<Element> present = new HashSet<>(all);
      List<Element> kept = new ArrayList<>(all.size());
      for (Element row : rows) {
        if (present.remove(row)) {
          kept.add(row);
        }
      }
      for (Element row : all) {
        if (present.contains(row)) {
          kept.add(row);
        }
      }
      ordered = kept;
    }
    show();
  }
}
