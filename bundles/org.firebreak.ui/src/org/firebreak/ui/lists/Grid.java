package org.firebreak.ui.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.firebreak.scene.Token;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Palette;
import org.firebreak.ui.theme.Themes;

/**
 * A table of some dozens of rows whose columns fill its width, with cells that can be edited in
 * place by F2 or a double click.
 *
 * @param <R> row
 */
public final class Grid<R> {
  private static final int TIP_LINE = 74;

  private final Composite area;
  private final TableViewer viewer;
  private final TableColumnLayout layout = new TableColumnLayout();
  private final Function<R, Object> identity;
  private final Runnable recolour;
  private List<R> rows = List.of();

  /**
   * What a column shows.
   *
   * @param <R> row
   */
  public static final class Column<R> {
    private final String title;
    private final Function<R, String> text;
    private String hint = "";
    private int width = 80;
    private int weight;
    private boolean right;
    private Function<R, String> tip = row -> "";
    private Function<R, String> icon = row -> null;
    private Function<R, Token> colour = row -> null;

    private Column(String title, Function<R, String> text) {
      this.title = title;
      this.text = text;
    }

    /** A column with a text for each row. */
    public static <R> Column<R> of(String title, Function<R, String> text) {
      return new Column<>(title, text);
    }

    /** What the heading says in a tooltip. */
    public Column<R> hint(String words) {
      hint = words;
      return this;
    }

    /** Least width in px, and the share of the room that is left. */
    public Column<R> width(int least, int share) {
      width = least;
      weight = share;
      return this;
    }

    /** Figures stand at the right. */
    public Column<R> figures() {
      right = true;
      return this;
    }

    public Column<R> tip(Function<R, String> words) {
      tip = words;
      return this;
    }

    /** Key of a picture; {@code null} for none. */
    public Column<R> icon(Function<R, String> key) {
      icon = key;
      return this;
    }

    /** Colour of the text; {@code null} for the usual one. */
    public Column<R> colour(Function<R, Token> token) {
      colour = token;
      return this;
    }
  }

  /**
   * @param identity what a row is known by after a change
   */
  public Grid(Composite parent, Function<R, Object> identity) {
    this(parent, identity, SWT.SINGLE);
  }

  /**
   * @param identity what a row is known by after a change
   * @param selection {@link SWT#SINGLE} or {@link SWT#MULTI}
   */
  public Grid(Composite parent, Function<R, Object> identity, int selection) {
    this.identity = identity;
    area = new Composite(parent, SWT.NONE);
    area.setLayout(layout);
    viewer = new TableViewer(area, SWT.FULL_SELECTION | selection | SWT.V_SCROLL);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    viewer.getTable().setHeaderVisible(true);
    ColumnViewerToolTipSupport.enableFor(viewer);
    recolour = () -> viewer.refresh(true);
    Themes.addListener(recolour);
    area.addDisposeListener(event -> Themes.removeListener(recolour));
  }

  public Composite control() {
    return area;
  }

  public Table table() {
    return viewer.getTable();
  }

  public List<R> rows() {
    return rows;
  }

  /** Adds a column that is only read. */
  public TableViewerColumn column(Column<R> column) {
    TableViewerColumn made = new TableViewerColumn(viewer, column.right ? SWT.RIGHT : SWT.LEFT);
    TableColumn control = made.getColumn();
    control.setText(column.title);
    control.setToolTipText(column.hint);
    control.setResizable(true);
    layout.setColumnData(control, new ColumnWeightData(column.weight, column.width, true));
    made.setLabelProvider(new Labels<>(column));
    return made;
  }

  /**
   * Adds a column whose cells can be edited.
   *
   * @param editor makes the editor of a row's cell; {@code null} for one that cannot be edited
   * @param get what the editor shows first
   * @param set takes what was entered
   */
  public void column(
      Column<R> column,
      BiFunction<Composite, R, CellEditor> editor,
      Function<R, Object> get,
      BiConsumer<R, Object> set) {
    column(column).setEditingSupport(new Editing<>(viewer, editor, get, set));
  }

  /** A column of texts that are typed. */
  public void typed(Column<R> column, Function<R, String> get, BiConsumer<R, String> set) {
    column(
        column,
        (table, row) -> new TextCellEditor(table),
        get::apply,
        (row, text) -> set.accept(row, (String) text));
  }

  /** Lets cells be reached by the arrow keys, and edited by F2, Enter or a double click. */
  public void edits() {
    TableViewerFocusCellManager cells =
        new TableViewerFocusCellManager(viewer, new CellMark(viewer));
    ColumnViewerEditorActivationStrategy when =
        new ColumnViewerEditorActivationStrategy(viewer) {
          @Override
          protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
            boolean key =
                event.eventType == ColumnViewerEditorActivationEvent.KEY_PRESSED
                    && (event.keyCode == SWT.F2 || event.keyCode == SWT.CR);
            return key
                || event.eventType == ColumnViewerEditorActivationEvent.MOUSE_DOUBLE_CLICK_SELECTION
                || event.eventType == ColumnViewerEditorActivationEvent.TRAVERSAL
                || event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC;
          }
        };
    when.setEnableEditorActivationWithKeyboard(true);
    TableViewerEditor.create(
        viewer,
        cells,
        when,
        ColumnViewerEditor.TABBING_HORIZONTAL
            | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR
            | ColumnViewerEditor.KEYBOARD_ACTIVATION);
  }

  /** Shows other rows; the selected one stays so if it is there. */
  public void show(List<R> next) {
    Object kept = selected().stream().findFirst().map(identity).orElse(null);
    int top = table().getTopIndex();
    rows = List.copyOf(next);
    table().setRedraw(false);
    viewer.setInput(rows);
    rows.stream()
        .filter(row -> identity.apply(row).equals(kept))
        .findFirst()
        .ifPresent(row -> viewer.setSelection(new StructuredSelection(row)));
    table().setTopIndex(Math.min(top, Math.max(0, rows.size() - 1)));
    table().setRedraw(true);
  }

  /** Writes rows that are shown anew. */
  public void refresh() {
    viewer.refresh(true);
  }

  @SuppressWarnings("unchecked")
  public List<R> selected() {
    return new ArrayList<>((List<R>) viewer.getStructuredSelection().toList());
  }

  public void select(R row) {
    viewer.setSelection(new StructuredSelection(row), true);
  }

  /** Is told of the selected row, {@code null} for none. */
  public void onSelect(Consumer<R> listener) {
    viewer.addSelectionChangedListener(
        event -> listener.accept(selected().stream().findFirst().orElse(null)));
  }

  /** Is told of the row on which Enter is pressed or that is clicked twice. */
  public void onOpen(Consumer<R> listener) {
    viewer.addOpenListener(event -> selected().stream().findFirst().ifPresent(listener));
  }

  /** Removes all columns and rows. */
  public void clear() {
    show(List.of());
    for (TableColumn column : table().getColumns()) {
      column.dispose();
    }
  }

  /** After columns were added to a table that is shown. */
  public void layout() {
    area.layout(true, true);
  }

  /** Puts all rows on the clipboard, cells separated by tabs, heads first. */
  public void copy() {
    int columns = table().getColumnCount();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      text.append(i == 0 ? "" : "\t").append(table().getColumn(i).getText());
    }
    for (var item : table().getItems()) {
      text.append('\n');
      for (int i = 0; i < columns; i++) {
        text.append(i == 0 ? "" : "\t").append(item.getText(i));
      }
    }
    Clipboard clipboard = new Clipboard(area.getDisplay());
    clipboard.setContents(
        new Object[] {text.toString()}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  /** Breaks a long text of a tooltip into lines. */
  public static String lines(String text) {
    return text.lines().map(Grid::line).collect(Collectors.joining("\n"));
  }

  private static String line(String text) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : text.split(" ")) {
      if (length > 0 && length + word.length() > TIP_LINE) {
        lines.append('\n');
        length = 0;
      } else if (length > 0) {
        lines.append(' ');
      }
      lines.append(word);
      length += word.length() + 1;
    }
    return lines.toString();
  }

  private static final class Labels<R> extends ColumnLabelProvider {
    private final Column<R> column;

    Labels(Column<R> column) {
      this.column = column;
    }

    @Override
    @SuppressWarnings("unchecked")
    public String getText(Object row) {
      return column.text.apply((R) row);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Image getImage(Object row) {
      String key = column.icon.apply((R) row);
      return key == null ? null : Images.get(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Color getForeground(Object row) {
      Token token = column.colour.apply((R) row);
      return token == null ? null : Palette.color(token);
    }

    @Override
    @SuppressWarnings("unchecked")
    public String getToolTipText(Object row) {
      String words = column.tip.apply((R) row);
      return words.isBlank() ? null : lines(words);
    }
  }

  private static final class Editing<R> extends EditingSupport {
    private final TableViewer viewer;
    private final BiFunction<Composite, R, CellEditor> editor;
    private final Function<R, Object> get;
    private final BiConsumer<R, Object> set;

    Editing(
        TableViewer viewer,
        BiFunction<Composite, R, CellEditor> editor,
        Function<R, Object> get,
        BiConsumer<R, Object> set) {
      super(viewer);
      this.viewer = viewer;
      this.editor = editor;
      this.get = get;
      this.set = set;
    }

    @Override
    protected boolean canEdit(Object row) {
      return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected CellEditor getCellEditor(Object row) {
      return editor.apply(viewer.getTable(), (R) row);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Object getValue(Object row) {
      return get.apply((R) row);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected void setValue(Object row, Object value) {
      if (value != null && !value.equals(get.apply((R) row))) {
        set.accept((R) row, value);
      }
    }
  }
}
