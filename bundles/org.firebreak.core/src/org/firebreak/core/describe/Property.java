package org.firebreak.core.describe;

import java.util.List;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * One thing that can be known of an element of a class, and edited.
 *
 * @param feature attribute or reference of the model
 * @param via containment reference to the child that has the feature, as a design has a strategy;
 *     {@code null} if the element has the feature itself
 * @param type how it is edited
 * @param label its name, for people
 * @param category the tab on which it stands
 * @param quantity how a number is measured; {@link Quantity#PLAIN} for everything else
 * @param help one sentence on what it means, with units and an example where that helps
 * @param readOnly whether it can only be looked at
 * @param check refuses values that make no sense
 */
public record Property(
    EStructuralFeature feature,
    EReference via,
    PropertyType type,
    String label,
    String category,
    Quantity quantity,
    String help,
    boolean readOnly,
    PropertyCheck check) {

  /** The value of an element; {@code null} if unset. */
  public Object get(EObject element) {
    EObject owner = via == null ? element : (EObject) element.eGet(via);
    return owner == null ? null : owner.eGet(feature);
  }

  /**
   * Sets the value of an element. Call it inside a {@link org.firebreak.core.edit.ModelEdit}.
   *
   * @param value as {@link #parse} returns it; a list for {@link PropertyType#REFERENCES}
   */
  public void set(EObject element, Object value) {
    PropertyValues.set(this, element, value);
  }

  /** Writes a value as a person reads it; empty for an unset one. */
  public String format(Object value) {
    return PropertyValues.format(this, value);
  }

  /**
   * Reads what {@link #format} writes, and what people write instead. Properties that are chosen
   * from elements are not written.
   *
   * @return the value for {@link #set}; {@code null} for an empty text where a value may be unset
   * @throws IllegalArgumentException if the text is not a value; the message says what is expected
   */
  public Object parse(String text) {
    Object value = PropertyValues.parse(this, text);
    check.refuse(value);
    return value;
  }

  /** The literals of a {@link PropertyType#CHOICE} in their order; none for other types. */
  public List<Enumerator> choices() {
    if (type != PropertyType.CHOICE) {
      return List.of();
    }
    EEnum type = (EEnum) ((EAttribute) feature).getEAttributeType();
    return type.getELiterals().stream().map(EEnumLiteral::getInstance).toList();
  }
}
