package org.firebreak.imports.spi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/** What a file says about the attributes of an element. */
public final class Values {
  private final Map<EAttribute, Object> values = new LinkedHashMap<>();

  /** Notes what the file says about an attribute; saying nothing is not noted. */
  public void put(EAttribute attribute, Given<?> given) {
    if (given.isSpoken()) {
      values.put(attribute, given.value());
    }
  }

  /** What the file says about an attribute. */
  public Given<?> get(EAttribute attribute) {
    Object value = values.get(attribute);
    return value != null
        ? Given.of(value)
        : values.containsKey(attribute) ? Given.none() : Given.nothing();
  }

  /** Whether the element already is as the file says. */
  public boolean hold(EObject element) {
    return values.entrySet().stream()
        .allMatch(entry -> same(element, entry.getKey(), entry.getValue()));
  }

  /**
   * Makes the element as the file says.
   *
   * @return whether anything changed
   */
  public boolean apply(EObject element) {
    boolean changed = false;
    for (Map.Entry<EAttribute, Object> entry : values.entrySet()) {
      EAttribute attribute = entry.getKey();
      if (same(element, attribute, entry.getValue())) {
        continue;
      }
      if (entry.getValue() == null) {
        element.eUnset(attribute);
      } else {
        element.eSet(attribute, entry.getValue());
      }
      changed = true;
    }
    return changed;
  }

  private static boolean same(EObject element, EAttribute attribute, Object value) {
    Object wanted = value == null ? attribute.getDefaultValue() : value;
    return Objects.equals(element.eGet(attribute), wanted);
  }

  /** Whether the other says the same about every attribute of which both say something. */
  public boolean agreesWith(Values other) {
    return values.entrySet().stream()
        .allMatch(
            entry ->
                !other.values.containsKey(entry.getKey())
                    || Objects.equals(other.values.get(entry.getKey()), entry.getValue()));
  }

  /** What this says, and what the other says of other attributes. */
  public Values joined(Values other) {
    Values joined = new Values();
    joined.values.putAll(other.values);
    joined.values.putAll(values);
    return joined;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values that && that.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
