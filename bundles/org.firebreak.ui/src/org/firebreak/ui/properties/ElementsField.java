package org.firebreak.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.model.Service;
import org.firebreak.model.library.WellKnownService;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/**
 * Several other elements: a list of them, a dialog to choose from, and for services a field in
 * which they are typed. Of several elements it shows what all have; what is added or removed is so
 * in each of them.
 */
final class ElementsField implements PropertyField {
  private static final int HEIGHT = 76;

  private static final int ROWS = SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL;

  private final Property property;
  private final FieldFrame frame;
  private final Table table;
  private final ServiceInput input;
  private final Button remove;
  private EditedElements elements;
  private List<EObject> shown = List.of();

  ElementsField(Composite form, Property property) {
    this.property = property;
    frame = new FieldFrame(form, property);
    Composite area = new Composite(form, SWT.NONE);
    boolean typed = property.feature().getEType() == Literals.SERVICE;
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 4).applyTo(area);
    table = Style.CHOSEN.on(new Table(area, ROWS));
    table.setToolTipText(property.help());
    new TableColumn(table, SWT.NONE);
    new TableColumn(table, SWT.NONE);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(60, HEIGHT).applyTo(table);
    table.addListener(SWT.Resize, event -> fitColumns());
    table.addListener(SWT.Selection, event -> enable());
    table.addListener(
        SWT.KeyDown,
        event -> {
          if (event.keyCode == SWT.DEL) {
            remove();
          }
        });
    input = typed ? new ServiceInput(area, frame, this::add) : null;
    Button choose = new Button(area, SWT.PUSH);
    choose.setText("Choose…");
    choose.setToolTipText("Choose " + property.label() + " from a list");
    choose.addListener(SWT.Selection, event -> choose());
    remove = new Button(area, SWT.PUSH);
    remove.setText("Remove");
    remove.setToolTipText("Remove what is selected (Delete)");
    remove.addListener(SWT.Selection, event -> remove());
    frame.place(area, property, SWT.DEFAULT);
  }

  @Override
  public Property property() {
    return property;
  }

  @Override
  public void show(EditedElements elements) {
    this.elements = elements;
    if (input != null) {
      input.show(elements.document().design());
    }
    frame.clearProblem();
    refresh();
  }

  @Override
  public void refresh() {
    List<EObject> common = new ArrayList<>(values(property.get(elements.elements().get(0))));
    elements.elements().forEach(element -> common.retainAll(values(property.get(element))));
    shown = List.copyOf(common);
    table.removeAll();
    for (EObject each : shown) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(0, ModelDescriptions.label(each));
      item.setText(1, ModelDescriptions.detail(each));
      item.setImage(Images.of(each));
    }
    if (elements.differ(property)) {
      new TableItem(table, SWT.NONE).setText(FieldFrame.SEVERAL);
    } else if (shown.isEmpty()) {
      new TableItem(table, SWT.NONE)
          .setText(property.feature() == Literals.FLOW__SERVICES ? "any" : "none");
    }
    enable();
  }

  @Override
  public void commit() {
    if (input != null) {
      input.commit();
    }
  }

  private static List<EObject> values(Object value) {
    return ((List<?>) value).stream().map(EObject.class::cast).toList();
  }

  private void fitColumns() {
    int width = table.getClientArea().width;
    table.getColumn(0).setWidth(width * 3 / 5);
    table.getColumn(1).setWidth(width - width * 3 / 5);
  }

  private void enable() {
    boolean several = elements != null && elements.differ(property);
    remove.setEnabled(table.getSelectionCount() > 0 && (several || !shown.isEmpty()));
  }

  private void add(List<Service> services) {
    change(
        () ->
            services.stream()
                .filter(each -> each.eContainer() == null)
                .forEach(elements.document().design().getServices()::add),
        before -> {
          List<EObject> after = new ArrayList<>(before);
          services.stream().filter(each -> !before.contains(each)).forEach(after::add);
          return after;
        });
  }

  private void remove() {
    List<EObject> gone = new ArrayList<>();
    boolean others = false;
    for (int index : table.getSelectionIndices()) {
      if (index < shown.size()) {
        gone.add(shown.get(index));
      } else {
        others = true;
      }
    }
    boolean allOthers = others;
    List<EObject> kept = shown;
    change(
        () -> {},
        before ->
            before.stream()
                .filter(each -> !gone.contains(each) && !(allOthers && !kept.contains(each)))
                .toList());
  }

  private void choose() {
    CandidateDialog dialog =
        new CandidateDialog(
            table.getShell(),
            property.label() + " of " + elements.label(),
            Candidates.of(property, elements.document().design()),
            true,
            shown);
    if (dialog.open() != Window.OK || !elements.areThere()) {
      return;
    }
    List<EObject> kept = shown;
    List<EObject> chosen = new ArrayList<>();
    List<Service> made = new ArrayList<>();
    for (Object each : dialog.chosen()) {
      if (each instanceof WellKnownService known) {
        made.add(known.toService());
        chosen.add(made.getLast());
      } else {
        chosen.add((EObject) each);
      }
    }
    change(
        () -> elements.document().design().getServices().addAll(made),
        before -> {
          List<EObject> after = new ArrayList<>(before);
          after.removeIf(each -> kept.contains(each) && !chosen.contains(each));
          chosen.stream().filter(each -> !after.contains(each)).forEach(after::add);
          return after;
        });
  }

  /** Services that are new to the design become part of it in the same step. */
  private void change(Runnable before, UnaryOperator<List<EObject>> change) {
    if (elements == null || !elements.areThere()) {
      return;
    }
    elements
        .document()
        .edit()
        .run(
            elements.stepLabel(property),
            () -> {
              before.run();
              elements.change(property, value -> change.apply(values(value)));
            });
    refresh();
  }
}
