package org.firebreak.ui.properties;

import java.util.List;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;

/** A literal of an enumeration, chosen from a list. */
final class ChoiceField implements PropertyField {
  private final Property property;
  private final Combo combo;
  private final List<Enumerator> literals;
  private EditedElements elements;

  ChoiceField(Composite form, Property property) {
    this.property = property;
    this.literals = property.choices();
    FieldFrame frame = new FieldFrame(form, property);
    combo = new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY);
    combo.setItems(literals.stream().map(ModelDescriptions::text).toArray(String[]::new));
    frame.place(combo, property, SWT.DEFAULT);
    combo.addListener(SWT.Selection, event -> choose());
    // Scrolling through the form must not change what happens to be below the pointer.
    combo.addListener(SWT.MouseWheel, event -> event.doit = false);
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
    if (elements.differ(property)) {
      combo.deselectAll();
    } else {
      combo.select(literals.indexOf(elements.value(property)));
    }
  }

  private void choose() {
    int index = combo.getSelectionIndex();
    if (elements != null && index >= 0 && elements.areThere()) {
      elements.apply(property, literals.get(index));
    }
  }
}
