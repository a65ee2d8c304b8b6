package org.firebreak.core.describe;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Label;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;

/** Writes, reads and sets values of properties. */
final class PropertyValues {

  private PropertyValues() {}

  static String format(Property property, Object value) {
    if (value == null) {
      return "";
    }
    return switch (property.type()) {
      case TEXT, LONG_TEXT, DAY -> value.toString();
      case NUMBER -> property.quantity().format(((Number) value).doubleValue());
      case SWITCH -> (Boolean) value ? "yes" : "no";
      case CHOICE -> EnumTexts.of((Enumerator) value);
      case WORDS -> join(value, ", ");
      case REFERENCE -> Labels.of((EObject) value);
      case REFERENCES ->
          ((List<?>) value)
              .stream().map(each -> Labels.of((EObject) each)).collect(Collectors.joining(", "));
      case LABELS ->
          ((List<?>) value)
              .stream().map(each -> Labels.of((Label) each)).collect(Collectors.joining("\n"));
    };
  }

  static Object parse(Property property, String text) {
    String stripped = text.strip();
    return switch (property.type()) {
      case TEXT, LONG_TEXT -> stripped.isEmpty() ? null : stripped;
      case NUMBER -> number(property, stripped);
      case SWITCH -> yesOrNo(stripped);
      case CHOICE -> choice(property, stripped);
      case WORDS -> stripped.isEmpty() ? List.of() : List.of(stripped.split("[\\s,;]+"));
      case DAY -> stripped.isEmpty() ? null : day(stripped);
      case LABELS -> labels(stripped);
      case REFERENCE, REFERENCES ->
          throw new IllegalArgumentException(property.label() + " is chosen, not written");
    };
  }

  static void set(Property property, EObject element, Object value) {
    EObject owner = element;
    if (property.via() != null) {
      owner = (EObject) element.eGet(property.via());
      if (owner == null) {
        owner = NewElements.strategy(StrategyKind.GROUP);
        element.eSet(property.via(), owner);
      }
    }
    switch (property.type()) {
      case LABELS -> setLabels(property, owner, (Map<?, ?>) value);
      case WORDS -> owner.eSet(property.feature(), List.copyOf((List<?>) value));
      case REFERENCES -> setAll(property, owner, (List<?>) value);
      default -> setOne(property, owner, value);
    }
  }

  private static void setOne(Property property, EObject owner, Object value) {
    if (value == null) {
      owner.eUnset(property.feature());
    } else {
      owner.eSet(property.feature(), value);
    }
  }

  private static void setAll(Property property, EObject owner, List<?> value) {
    owner.eSet(property.feature(), new ArrayList<>(value));
  }

  /** Keeps the labels whose key stays, so that their order and identity stay too. */
  private static void setLabels(Property property, EObject owner, Map<?, ?> wanted) {
    @SuppressWarnings("unchecked")
    EList<Label> labels = (EList<Label>) owner.eGet(property.feature());
    labels.removeIf(label -> !wanted.containsKey(label.getKey()));
    wanted.forEach(
        (key, value) -> {
          Label label = find(labels, (String) key);
          if (label == null) {
            labels.add(NewElements.label((String) key, (String) value));
          } else if (!value.equals(label.getValue())) {
            label.setValue((String) value);
          }
        });
  }

  private static Label find(List<Label> labels, String key) {
    return labels.stream().filter(label -> key.equals(label.getKey())).findFirst().orElse(null);
  }

  private static Object number(Property property, String text) {
    boolean optional = !property.feature().getEType().getInstanceClass().isPrimitive();
    if (text.isEmpty() && optional) {
      return null;
    }
    double value = property.quantity().parse(text);
    Class<?> wanted = property.feature().getEType().getInstanceClass();
    if (wanted == Double.class) {
      return value;
    }
    if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("Not a whole number: " + text);
    }
    return (int) value;
  }

  private static Boolean yesOrNo(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> true;
      case "no", "false", "" -> false;
      default -> throw new IllegalArgumentException("Not yes or no: " + text);
    };
  }

  private static Enumerator choice(Property property, String text) {
    for (Enumerator literal : property.choices()) {
      if (literal.getLiteral().equalsIgnoreCase(text)
          || EnumTexts.of(literal).equalsIgnoreCase(text)) {
        return literal;
      }
    }
    throw new IllegalArgumentException(
        "Not one of "
            + property.choices().stream().map(EnumTexts::of).collect(Collectors.joining(", "))
            + ": "
            + text);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("Not a day such as 2027-03-31: " + text, e);
    }
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("Not a label such as tier = web: " + line);
      }
      String key = line.substring(0, equals).strip();
      if (labels.put(key, line.substring(equals + 1).strip()) != null) {
        throw new IllegalArgumentException("Two labels have the key " + key);
      }
    }
    return labels;
  }

  private static String join(Object words, String separator) {
    return ((List<?>) words).stream().map(Object::toString).collect(Collectors.joining(separator));
  }
}
