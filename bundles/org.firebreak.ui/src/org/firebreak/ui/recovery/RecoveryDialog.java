package org.firebreak.ui.recovery;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/** Offers what a crash left: the checked designs are recovered or discarded. */
final class RecoveryDialog extends MessageDialog {
  static final String TITLE = "Recover Designs";
  static final int RECOVER = 0;
  static final int DISCARD = 1;
  static final int LATER = 2;

  private static final int[] WIDTHS = {210, 210, 210};
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  private final List<Recovered> found;
  private final List<Recovered> chosen = new ArrayList<>();
  private Table table;
  private Label place;
  private DifferenceTree differences;

  RecoveryDialog(Shell shell, List<Recovered> found) {
    super(
        shell,
        TITLE,
        null,
        "Firebreak ended before these designs were saved. Recover opens them with the changes as"
            + " unsaved; the files on the disk stay as they are.",
        INFORMATION,
        RECOVER,
        "Recover",
        "Discard",
        "Later");
    this.found = List.copyOf(found);
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  /** Whose dialog this is, instead of the platform's picture. */
  @Override
  public Image getImage() {
    return Images.get("firebreak48");
  }

  /** The designs that were checked when the dialog was closed. */
  List<Recovered> chosen() {
    return chosen;
  }

  @Override
  protected Control createCustomArea(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(area);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    GridDataFactory.fillDefaults().grab(true, false).hint(640, 110).applyTo(table);
    String[] titles = {"Design", "Last change kept", "Differs from its file"};
    for (int i = 0; i < titles.length; i++) {
      TableColumn column = new TableColumn(table, SWT.NONE);
      column.setText(titles[i]);
      column.setWidth(WIDTHS[i]);
    }
    for (Recovered each : found) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setImage(Images.get("design"));
      item.setText(
          new String[] {each.entry().name(), TIME.format(each.entry().saved()), each.summary()});
      item.setChecked(true);
    }
    place = Style.MUTED.on(new Label(area, SWT.WRAP));
    GridDataFactory.fillDefaults().grab(true, false).hint(640, SWT.DEFAULT).applyTo(place);
    differences = new DifferenceTree(area);
    GridDataFactory.fillDefaults().grab(true, true).hint(640, 200).applyTo(differences.control());
    table.addListener(SWT.Selection, event -> showSelected());
    table.select(0);
    showSelected();
    return area;
  }

  private void showSelected() {
    int index = table.getSelectionIndex();
    if (index >= 0) {
      Recovered selected = found.get(index);
      String file = selected.entry().file() == null ? "" : selected.entry().file() + "  ";
      place.setText((file + selected.remark()).strip());
      differences.show(selected.difference(), "the copy");
      place.requestLayout();
    }
    boolean any = Arrays.stream(table.getItems()).anyMatch(TableItem::getChecked);
    for (int button : new int[] {RECOVER, DISCARD}) {
      if (getButton(button) != null) {
        getButton(button).setEnabled(any);
      }
    }
  }

  @Override
  protected void buttonPressed(int button) {
    for (int i = 0; i < found.size(); i++) {
      if (table.getItem(i).getChecked()) {
        chosen.add(found.get(i));
      }
    }
    super.buttonPressed(button);
  }
}
