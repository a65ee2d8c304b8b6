package org.firebreak.ui.properties;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.firebreak.core.describe.Property;

/** The fields of one tab, which scroll if there is no room for them. */
final class PropertyForm {
  private final ScrolledComposite scroller;
  private final Composite form;
  private final List<PropertyField> fields = new ArrayList<>();

  PropertyForm(Composite parent, List<Property> properties) {
    scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
    scroller.setExpandHorizontal(true);
    scroller.setExpandVertical(true);
    form = new Composite(scroller, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).spacing(8, 6).applyTo(form);
    properties.forEach(property -> fields.add(field(property)));
    scroller.setContent(form);
    scroller.addListener(SWT.Resize, event -> updateSize());
    form.addListener(SWT.Resize, event -> updateSize());
  }

  Control control() {
    return scroller;
  }

  void show(EditedElements elements) {
    fields.forEach(field -> field.show(elements));
  }

  void refresh() {
    fields.forEach(PropertyField::refresh);
  }

  void commit() {
    fields.forEach(PropertyField::commit);
  }

  private PropertyField field(Property property) {
    return switch (property.type()) {
      case CHOICE -> new ChoiceField(form, property);
      case SWITCH -> new SwitchField(form, property);
      case REFERENCE -> new ReferenceField(form, property);
      case REFERENCES -> new ElementsField(form, property);
      case LABELS -> new RowsField(form, property);
      case WORDS ->
          FieldFrame.isTable(property)
              ? new RowsField(form, property)
              : new TextField(form, property);
      default -> new TextField(form, property);
    };
  }

  private void updateSize() {
    Point size = form.computeSize(scroller.getClientArea().width, SWT.DEFAULT);
    if (scroller.getMinHeight() != size.y) {
      scroller.setMinHeight(size.y);
    }
  }
}
