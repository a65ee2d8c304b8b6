package org.firebreak.ui.tables;

import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.firebreak.core.table.TableKind;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/** Above a table: the search, how many rows are shown, and what can be done with rows. */
final class TableStrip {
  private static final int SEARCH_WIDTH = 260;

  private final Composite strip;
  private final Text search;
  private final Label count;
  private final Link only;
  private final ToolItem delete;

  /**
   * @param searched takes the words of the search
   * @param showAll ends all filters
   */
  TableStrip(
      Composite parent,
      TableKind kind,
      Consumer<String> searched,
      Runnable showAll,
      Runnable add,
      Runnable remove) {
    strip = Style.STRIP.on(new Composite(parent, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 5).spacing(10, 0).applyTo(strip);
    search = new Text(strip, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    search.setMessage("Search " + kind.nouns());
    search.setToolTipText("Words that stand anywhere in a row");
    GridDataFactory.fillDefaults()
        .align(SWT.BEGINNING, SWT.CENTER)
        .hint(SEARCH_WIDTH, SWT.DEFAULT)
        .applyTo(search);
    search.addListener(SWT.Modify, event -> searched.accept(search.getText()));
    count = Style.MUTED.on(new Label(strip, SWT.NONE));
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(count);
    only = Style.STRIP.on(new Link(strip, SWT.NONE));
    only.setVisible(false);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(only);
    only.addListener(SWT.Selection, event -> showAll.run());
    ToolBar bar = new ToolBar(strip, SWT.FLAT | SWT.RIGHT);
    item(bar, "Add " + title(kind), kind == TableKind.SERVERS ? "server" : kind.noun(), add);
    delete = item(bar, "Delete", "delete", remove);
    delete.setToolTipText("Delete the " + kind.nouns() + " of the selected rows from the design");
  }

  private static String title(TableKind kind) {
    return kind.noun().substring(0, 1).toUpperCase(Locale.ROOT) + kind.noun().substring(1);
  }

  private static ToolItem item(ToolBar bar, String text, String image, Runnable action) {
    ToolItem item = new ToolItem(bar, SWT.PUSH);
    item.setText(text);
    item.setImage(Images.get(image));
    item.addListener(SWT.Selection, event -> action.run());
    return item;
  }

  Composite control() {
    return strip;
  }

  Text search() {
    return search;
  }

  /** Shows {@code 1,204 of 100,000 flows} and what limits them. */
  void show(int shown, int total, TableKind kind, String filter) {
    String all = String.format(Locale.ROOT, "%,d", total);
    String nouns = total == 1 ? kind.noun() : kind.nouns();
    count.setText(
        shown == total
            ? all + " " + nouns
            : String.format(Locale.ROOT, "%,d of %s %s", shown, all, nouns));
    only.setText(filter.isEmpty() ? "" : filter + "  <a>Show all</a>");
    only.setVisible(!filter.isEmpty());
    strip.layout();
  }

  void enableDelete(boolean enabled) {
    delete.setEnabled(enabled);
  }
}
