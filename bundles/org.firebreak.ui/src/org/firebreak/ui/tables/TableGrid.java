package org.firebreak.ui.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditConfiguration;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowHeaderComposite;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultCornerDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultRowHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.CornerLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.DefaultColumnHeaderDataLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.GridLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.RowHeaderLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.NoScalingDpiConverter;
import org.eclipse.nebula.widgets.nattable.layer.command.ConfigureScalingCommand;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.core.table.CellInput;
import org.firebreak.core.table.TableColumn;
import org.firebreak.core.table.TableRows;
import org.firebreak.model.Element;

/** The layers of a table: rows, columns that can be moved and hidden, selection, heads, filters. */
final class TableGrid {
  private static final int NUMBERS = 62;

  private final DataLayer data;
  private final ColumnReorderLayer order;
  private final ColumnHideShowLayer hidden;
  private final SelectionLayer selection;
  private final ViewportLayer viewport;
  private final FilterRowHeaderComposite<Element> filters;
  private final NatTable table;

  /**
   * @param filter takes the texts of the filter row by the number of the column
   */
  TableGrid(
      Composite parent,
      TableRows rows,
      IDataProvider cells,
      TableSorting sorting,
      Consumer<Map<Integer, String>> filter) {
    int height = GridStyle.rowHeight(parent);
    List<TableColumn> columns = rows.kind().columns();
    ConfigRegistry registry = new ConfigRegistry();
    data = new DataLayer(cells);
    data.setDefaultRowHeight(height);
    data.setRowsResizableByDefault(false);
    for (int i = 0; i < columns.size(); i++) {
      data.setDefaultColumnWidthByPosition(i, columns.get(i).width());
    }
    data.setConfigLabelAccumulator((labels, column, row) -> label(labels, columns, column, row));
    order = new ColumnReorderLayer(data);
    hidden = new ColumnHideShowLayer(order);
    selection = new SelectionLayer(hidden);
    selection.registerCommandHandler(new EditCell(selection));
    viewport = new ViewportLayer(selection);

    String[] names = columns.stream().map(TableColumn::title).toArray(String[]::new);
    IDataProvider heads = new DefaultColumnHeaderDataProvider(names);
    DataLayer headData = new DefaultColumnHeaderDataLayer(heads);
    headData.setDefaultRowHeight(height + 2);
    SortHeaderLayer<Element> sort =
        new SortHeaderLayer<>(new ColumnHeaderLayer(headData, viewport, selection), sorting, false);
    sort.addConfiguration(new SingleClickSortConfiguration(GridStyle.padded(new HeadPainter())));
    filters =
        new FilterRowHeaderComposite<>(
            texts -> filter.accept(strings(texts)), sort, heads, registry);
    filters.getFilterRowDataLayer().setDefaultRowHeight(height);
    IDataProvider numbers = new DefaultRowHeaderDataProvider(cells);
    DataLayer numberData = new DataLayer(numbers, NUMBERS, height);
    RowHeaderLayer rowHeads = new RowHeaderLayer(numberData, viewport, selection);
    CornerLayer corner =
        new CornerLayer(
            new DataLayer(new DefaultCornerDataProvider(heads, numbers)), rowHeads, filters);
    GridLayer grid = new GridLayer(viewport, filters, rowHeads, corner, false);
    grid.addConfiguration(new DefaultEditConfiguration());

    table =
        new NatTable(
            parent,
            SWT.NO_BACKGROUND | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL,
            grid,
            false);
    table.setConfigRegistry(registry);
    table.addConfiguration(new DefaultNatTableStyleConfiguration());
    table.addConfiguration(new CellEditing(rows));
    GridStyle style = new GridStyle();
    table.addConfiguration(style);
    table.configure();
    // SWT scales already.
    table.doCommand(new ConfigureScalingCommand(new NoScalingDpiConverter()));
    GridStyle.follow(table, style);
  }

  private static void label(LabelStack labels, List<TableColumn> columns, int column, int row) {
    TableColumn definition = columns.get(column);
    labels.addLabel(CellEditing.label(definition));
    if (definition.input().kind() == CellInput.Kind.NUMBER) {
      labels.addLabel(GridStyle.NUMBER);
    }
    if (definition.id().equals("risk") || definition.id().equals("finding")) {
      labels.addLabel(GridStyle.MARKED);
    }
    if (!definition.isEditable()) {
      labels.addLabel(GridStyle.COMPUTED);
    }
    if (row % 2 == 1) {
      labels.addLabel(GridStyle.ODD);
    }
  }

  private static Map<Integer, String> strings(Map<Integer, Object> texts) {
    Map<Integer, String> strings = new HashMap<>();
    texts.forEach((column, text) -> strings.put(column, String.valueOf(text)));
    return strings;
  }

  NatTable table() {
    return table;
  }

  SelectionLayer selection() {
    return selection;
  }

  ViewportLayer viewport() {
    return viewport;
  }

  ColumnHideShowLayer hidden() {
    return hidden;
  }

  ColumnReorderLayer order() {
    return order;
  }

  DataLayer data() {
    return data;
  }

  /** Empties the filter row. */
  void clearFilters() {
    filters.getFilterRowDataLayer().getFilterRowDataProvider().clearAllFilters();
  }
}
