package org.firebreak.ui.fixes;

import java.util.List;
import java.util.Locale;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.model.Element;

/**
 * One value for a property of many elements.
 *
 * @param elements of one class
 * @param property what is set
 * @param text the value as a person writes it
 * @param onlyEmpty whether elements that have a value keep it
 */
record ManyValues(List<Element> elements, Property property, String text, boolean onlyEmpty) {

  /** Those that will have another value. */
  List<Element> changed() {
    return elements.stream()
        .filter(
            element -> {
              String now = property.format(property.get(element));
              return onlyEmpty ? now.isEmpty() && !text.isBlank() : !now.equals(text.strip());
            })
        .toList();
  }

  /**
   * What is wrong with the value; empty if it can be set.
   *
   * @return a sentence without full stop
   */
  String problem() {
    try {
      property.parse(text.strip());
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** Sets the value as one step. */
  void apply(ModelEdit edit) {
    List<Element> changed = changed();
    Object value = property.parse(text.strip());
    edit.run(
        "Set %s of %s"
            .formatted(
                property.label().toLowerCase(Locale.ROOT),
                changed.size() == 1
                    ? ModelDescriptions.label(changed.get(0))
                    : changed.size() + " elements"),
        () -> changed.forEach(element -> property.set(element, value)));
  }
}
