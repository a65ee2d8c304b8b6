package org.firebreak.ui.properties;

import org.firebreak.core.describe.Property;

/** The control that shows and changes one property. */
interface PropertyField {

  Property property();

  /** Shows the value of these elements; what was typed and not applied is dropped. */
  void show(EditedElements elements);

  /** Shows the value again unless the user is typing another one. */
  void refresh();

  /** Applies what was typed; what makes no sense stays in the field with the reason beside it. */
  default void commit() {
    // What is chosen is applied at once.
  }
}
