package org.firebreak.core.describe;

import java.util.List;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/**
 * Names, icons and properties of model elements, the same wherever they are shown.
 *
 * <p>All texts are in English, for people; ids and file contents never depend on them.
 */
public final class ModelDescriptions {

  private ModelDescriptions() {}

  /** What people call the element: its name, {@code client → server} for a flow; never empty. */
  public static String label(EObject object) {
    return Labels.of(object);
  }

  /**
   * What is worth knowing of the element beside its label, in a few words: the addresses of a
   * server, the ports of a service, the services of a flow; empty if there is nothing.
   */
  public static String detail(EObject object) {
    return Details.of(object);
  }

  /** Name of a class in the singular, for instance {@code Server group}. */
  public static String kind(EClass type) {
    return Kinds.of(type).singular();
  }

  /** Name of a class in the plural, for instance {@code Server groups}. */
  public static String kinds(EClass type) {
    return Kinds.of(type).plural();
  }

  /**
   * Key of the icon of an element, for instance {@code server} or {@code enforcement-host}: lower
   * case words with hyphens, the name of the picture's file without its ending.
   */
  public static String icon(EObject object) {
    return Kinds.icon(object);
  }

  /** Key of the icon of a class. */
  public static String icon(EClass type) {
    return Kinds.of(type).icon();
  }

  /** All icon keys, in alphabetical order. */
  public static List<String> icons() {
    return Kinds.icons();
  }

  /** A literal of an enumeration in words, for instance {@code Virtual machine}. */
  public static String text(Enumerator literal) {
    return EnumTexts.of(literal);
  }

  /** The properties of a class in the order in which a person reads them. */
  public static List<Property> properties(EClass type) {
    return PropertyTables.of(type);
  }

  /** The tabs into which the properties of a class are sorted, in their order. */
  public static List<String> categories(EClass type) {
    return properties(type).stream().map(Property::category).distinct().toList();
  }
}
