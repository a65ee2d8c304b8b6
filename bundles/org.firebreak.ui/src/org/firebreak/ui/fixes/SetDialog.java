package org.firebreak.ui.fixes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.core.describe.PropertyType;
import org.firebreak.model.Element;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.scene.Token;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Palette;
import org.firebreak.ui.theme.Style;

/** Sets an owner, a ticket, a day or another property of many elements at once. */
final class SetDialog extends Dialog {
  private static final int WIDTH = 560;
  private static final int ROWS = 8;
  private static final Set<PropertyType> WRITTEN =
      Set.of(
          PropertyType.TEXT,
          PropertyType.LONG_TEXT,
          PropertyType.NUMBER,
          PropertyType.CHOICE,
          PropertyType.DAY,
          PropertyType.SWITCH);

  private final List<Element> elements;
  private final List<Property> properties;
  private Combo field;
  private Composite value;
  private Text text;
  private Combo choice;
  private DateTime day;
  private Button onlyEmpty;
  private Table table;
  private Label problem;

  /**
   * @param selected elements, not empty; those of the class that most have are set
   */
  SetDialog(Shell shell, List<Element> selected) {
    super(shell);
    EClass most = most(selected);
    elements = selected.stream().filter(element -> element.eClass() == most).toList();
    properties =
        ModelDescriptions.properties(most).stream()
            .filter(property -> !property.readOnly() && WRITTEN.contains(property.type()))
            .filter(property -> property.feature() != Literals.NAMED_ELEMENT__NAME)
            .toList();
  }

  private static EClass most(List<Element> selected) {
    Map<EClass, Integer> counts = new LinkedHashMap<>();
    selected.forEach(element -> counts.merge(element.eClass(), 1, Integer::sum));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** What is entered. */
  ManyValues values() {
    return new ManyValues(elements, property(), entered, onlyWhereEmpty);
  }

  private String entered = "";
  private boolean onlyWhereEmpty = true;
  private int chosen;

  private Property property() {
    return properties.get(chosen);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Set on " + count());
  }

  private String count() {
    String kind =
        elements.size() == 1
            ? ModelDescriptions.kind(elements.get(0).eClass())
            : ModelDescriptions.kinds(elements.get(0).eClass());
    return elements.size() + " " + kind;
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).spacing(10, 8).applyTo(area);
    new Label(area, SWT.NONE).setText("&Field");
    field = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
    properties.forEach(property -> field.add(property.label()));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
    new Label(area, SWT.NONE).setText("&Value");
    value = new Composite(area, SWT.NONE);
    value.setLayout(new StackLayout());
    GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
    text = new Text(value, SWT.BORDER | SWT.SINGLE);
    choice = new Combo(value, SWT.DROP_DOWN | SWT.READ_ONLY);
    day = new DateTime(value, SWT.DATE | SWT.DROP_DOWN | SWT.LONG);
    for (Control control : List.of(text, choice, day)) {
      control.addListener(SWT.Selection, event -> update());
      control.addListener(SWT.Modify, event -> update());
    }
    new Label(area, SWT.NONE);
    onlyEmpty = new Button(area, SWT.CHECK);
    onlyEmpty.setText("Only where there is &none yet");
    onlyEmpty.setSelection(true);
    onlyEmpty.addListener(SWT.Selection, event -> update());
    table = new Table(area, SWT.BORDER | SWT.VIRTUAL | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    for (String title : List.of("Element", "Now", "Then")) {
      TableColumn column = new TableColumn(table, SWT.NONE);
      column.setText(title);
      column.setWidth(title.equals("Element") ? WIDTH * 2 / 5 : WIDTH * 3 / 10 - 12);
    }
    table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
    GridDataFactory.fillDefaults()
        .span(2, 1)
        .grab(true, true)
        .hint(WIDTH, table.getItemHeight() * ROWS)
        .applyTo(table);
    problem = Style.PROBLEM.on(new Label(area, SWT.WRAP));
    GridDataFactory.fillDefaults().span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(problem);
    field.addListener(SWT.Selection, event -> fieldChosen());
    field.select(Math.max(0, names().indexOf("Owner")));
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Set", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    fieldChosen();
    value.setFocus();
  }

  private List<String> names() {
    return properties.stream().map(Property::label).toList();
  }

  private void fieldChosen() {
    chosen = field.getSelectionIndex();
    Property property = property();
    Control control =
        switch (property.type()) {
          case CHOICE, SWITCH -> choice;
          case DAY -> day;
          default -> text;
        };
    if (control == choice) {
      choice.setItems(choices(property).toArray(String[]::new));
      choice.select(0);
    }
    text.setMessage(property.help() == null ? "" : property.help());
    if (control == day) {
      LocalDate in = LocalDate.now().plusYears(1);
      day.setDate(in.getYear(), in.getMonthValue() - 1, in.getDayOfMonth());
    }
    ((StackLayout) value.getLayout()).topControl = control;
    value.layout();
    update();
  }

  private static List<String> choices(Property property) {
    if (property.type() == PropertyType.SWITCH) {
      return List.of(property.format(true), property.format(false));
    }
    List<String> names = new ArrayList<>();
    property.choices().forEach(each -> names.add(property.format(each)));
    return names;
  }

  private void update() {
    Control control = ((StackLayout) value.getLayout()).topControl;
    entered =
        control == choice
            ? choice.getText()
            : control == day
                ? LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDay()).toString()
                : text.getText();
    onlyWhereEmpty = onlyEmpty.getSelection();
    ManyValues values = values();
    String wrong = values.problem();
    problem.setText(wrong);
    problem.requestLayout();
    table.setItemCount(elements.size());
    table.clearAll();
    int changes = wrong.isEmpty() ? values.changed().size() : 0;
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok != null) {
      ok.setText(changes == 0 ? "Set" : "Set on " + changes);
      ok.setEnabled(changes > 0);
    }
  }

  private void fill(TableItem item, int index) {
    Element element = elements.get(index);
    String now = property().format(property().get(element));
    boolean changes =
        new ManyValues(List.of(element), property(), entered, onlyWhereEmpty).changed().size() == 1;
    item.setImage(Images.of(element));
    item.setText(
        new String[] {ModelDescriptions.label(element), now, changes ? entered.strip() : now});
    item.setForeground(changes ? null : Palette.color(Token.MUTED));
  }
}
