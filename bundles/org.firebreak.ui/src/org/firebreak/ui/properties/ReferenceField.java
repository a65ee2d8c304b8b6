package org.firebreak.ui.properties;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.describe.Property;
import org.firebreak.model.Design;
import org.firebreak.model.Service;
import org.firebreak.model.library.WellKnownService;
import org.firebreak.ui.theme.Style;

/** Another element, chosen in a dialog. */
final class ReferenceField implements PropertyField {
  private final Property property;
  private final Text text;
  private final boolean several;
  private EditedElements elements;

  ReferenceField(Composite form, Property property) {
    this.property = property;
    this.several = property.feature().isMany();
    FieldFrame frame = new FieldFrame(form, property);
    Composite row = new Composite(form, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(row);
    text = Style.CHOSEN.on(new Text(row, SWT.BORDER | SWT.SINGLE | SWT.READ_ONLY));
    text.setToolTipText(property.help());
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .hint(40, SWT.DEFAULT)
        .applyTo(text);
    Button button = new Button(row, SWT.PUSH);
    button.setText("…");
    button.setToolTipText("Choose " + property.label());
    button.addListener(SWT.Selection, event -> choose());
    frame.place(row, property, SWT.DEFAULT);
  }

  @Override
  public Property property() {
    return property;
  }

  @Override
  public void show(EditedElements elements) {
    this.elements = elements;
    refresh();
  }

  @Override
  public void refresh() {
    boolean differ = elements.differ(property);
    text.setMessage(differ ? FieldFrame.SEVERAL : several ? "any" : "none");
    String value = property.format(elements.value(property));
    if (!value.equals(text.getText())) {
      text.setText(value);
    }
  }

  private void choose() {
    Design design = elements.document().design();
    CandidateDialog dialog =
        new CandidateDialog(
            text.getShell(),
            property.label() + " of " + elements.label(),
            Candidates.of(property, design),
            several,
            present());
    if (dialog.open() == Window.OK && elements.areThere()) {
      apply(dialog.chosen());
    }
  }

  private List<?> present() {
    Object value = elements.value(property);
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list;
      default -> List.of(value);
    };
  }

  /** Well-known services become services of the design in the same step. */
  private void apply(List<Object> chosen) {
    elements
        .document()
        .edit()
        .run(
            elements.stepLabel(property),
            () -> {
              List<Object> values = new ArrayList<>();
              chosen.forEach(each -> values.add(element(each)));
              elements.apply(property, several ? values : values.isEmpty() ? null : values.get(0));
            });
  }

  private Object element(Object chosen) {
    if (!(chosen instanceof WellKnownService wellKnown)) {
      return chosen;
    }
    Service service = wellKnown.toService();
    elements.document().design().getServices().add(service);
    return service;
  }
}
