package org.firebreak.rulebase.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.rulebase.Unread;

/** Values of JSON objects that a reader must understand or leave. */
public final class JsonValues {
  private static final int SHOWN = 200;

  private JsonValues() {}

  /** Refuses an object with a field of which the reader does not know what it does. */
  public static void onlyFields(JsonNode object, Set<String> known) throws Unreadable {
    if (!object.isObject()) {
      throw new Unreadable("is not an object");
    }
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new Unreadable("has the field " + name + ", whose effect is not known");
      }
    }
  }

  /** Text of a field; {@code null} if there is none. */
  public static String text(JsonNode object, String field) throws Unreadable {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw new Unreadable(field + " is not a text");
    }
    return value.asText();
  }

  /** Number of a field, written as a number or as a text; the default if there is none. */
  public static int number(JsonNode object, String field, int otherwise) throws Unreadable {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    String text = value.asText();
    if (!text.matches("-?[0-9]{1,6}")) {
      throw new Unreadable(field + " is not a number");
    }
    return Integer.parseInt(text);
  }

  /** Elements of an array; none if the field is missing. */
  public static List<JsonNode> elements(JsonNode object, String field) throws Unreadable {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new Unreadable(field + " is not a list");
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return elements;
  }

  /** Texts of an array; none if the field is missing. */
  public static List<String> texts(JsonNode object, String field) throws Unreadable {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(object, field)) {
      if (!element.isTextual() && !element.isNumber()) {
        throw new Unreadable(field + " holds something that is not a text");
      }
      texts.add(element.asText());
    }
    return texts;
  }

  /** Addresses and CIDRs. */
  public static AddressSet addresses(List<String> cidrs) throws Unreadable {
    List<AddressRange> ranges = new ArrayList<>(cidrs.size());
    for (String cidr : cidrs) {
      try {
        ranges.add(AddressRange.parse(cidr));
      } catch (IllegalArgumentException e) {
        throw new Unreadable(e.getMessage());
      }
    }
    return AddressSet.of(ranges);
  }

  /** Addresses and CIDRs. */
  public static AddressSet addresses(String... cidrs) throws Unreadable {
    return addresses(Arrays.asList(cidrs));
  }

  /** What was not read. */
  public static Unread unread(String place, JsonNode what, String reason) {
    String text = what.toString();
    return new Unread(
        place, text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…", reason);
  }
}
