package org.firebreak.imports.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.Place;

/**
 * The objects of a NetBox dump ({@code manage.py dumpdata}: an array of objects with {@code model},
 * {@code pk} and {@code fields}) whose types matter. Read as a stream; other types are skipped.
 */
final class NetBoxDump {
  /** Type of object of the virtual machines. */
  static final String MACHINE = "virtualization.virtualmachine";

  static final String DEVICE = "dcim.device";
  static final String ROLE = "dcim.devicerole";
  static final String PLATFORM = "dcim.platform";
  static final String SITE = "dcim.site";
  static final String CLUSTER = "virtualization.cluster";
  static final String TENANT = "tenancy.tenant";
  static final String MACHINE_INTERFACE = "virtualization.vminterface";
  static final String DEVICE_INTERFACE = "dcim.interface";
  static final String ADDRESS = "ipam.ipaddress";
  static final String CONTENT_TYPE = "contenttypes.contenttype";

  private static final Set<String> TYPES =
      Set.of(
          MACHINE,
          DEVICE,
          ROLE,
          PLATFORM,
          SITE,
          CLUSTER,
          TENANT,
          MACHINE_INTERFACE,
          DEVICE_INTERFACE,
          ADDRESS,
          CONTENT_TYPE);

  /** Fields that are kept; a dump may be large. */
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "tenant",
          "role",
          "device_role",
          "vm_role",
          "cluster",
          "site",
          "platform",
          "device",
          "virtual_machine",
          "description",
          "comments",
          "status",
          "primary_ip4",
          "primary_ip6",
          "address",
          "assigned_object_type",
          "assigned_object_id",
          "app_label",
          "model");

  private static final int MOST_OBJECTS = 2_000_000;

  /**
   * One object of the dump.
   *
   * @param type its type, such as {@code dcim.device}
   * @param key its primary key; -1 if it has none
   * @param fields its fields that are texts, numbers or flags; arrays of such are joined by dots,
   *     as natural keys of types are written
   */
  record Item(String type, int key, Map<String, String> fields) {
    String text(String field) {
      return fields.getOrDefault(field, "");
    }

    /** The key in a field; -1 if there is none. */
    int reference(String field) {
      String text = text(field);
      return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
  }

  private final Map<String, Map<Integer, Item>> items = new HashMap<>();

  private NetBoxDump() {}

  static NetBoxDump read(InputFile file) throws ImportException {
    NetBoxDump dump = new NetBoxDump();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNameLength(1_000)
                    .maxDocumentLength(file.limits().fileBytes())
                    .build())
            .build();
    try (JsonParser json = factory.createParser(Files.newInputStream(file.path()))) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw noDump(file.place());
      }
      int count = 0;
      while (json.nextToken() == JsonToken.START_OBJECT) {
        if (++count > MOST_OBJECTS) {
          throw new ImportException(
              file.place(), "the dump has more than " + MOST_OBJECTS + " objects", "split it");
        }
        dump.add(item(json));
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        throw noDump(file.place());
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ImportException(
          file.place().atRow(Math.max(line, 0)),
          "the JSON is damaged (" + e.getOriginalMessage() + ")",
          "export it again",
          e);
    } catch (ImportException e) {
      throw e;
    } catch (IOException e) {
      throw InputFile.unreadable(file.place(), e);
    }
    if (dump.items.isEmpty()) {
      throw noDump(file.place());
    }
    return dump;
  }

  static ImportException noDump(Place place) {
    return new ImportException(
        place,
        "is JSON, but no NetBox dump: an array of objects with model, pk and fields",
        "make one with NetBox's 'manage.py dumpdata', or export the table as CSV");
  }

  private static Item item(JsonParser json) throws IOException {
    String type = "";
    int key = -1;
    Map<String, String> fields = Map.of();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("model") && value == JsonToken.VALUE_STRING) {
        type = json.getText();
      } else if (name.equals("pk") && value == JsonToken.VALUE_NUMBER_INT) {
        key = json.getIntValue();
      } else if (name.equals("fields") && value == JsonToken.START_OBJECT && isUsed(type)) {
        fields = fields(json);
      } else {
        json.skipChildren();
      }
    }
    return new Item(type, key, fields);
  }

  /** Django writes the type first; if it comes later, the fields are needed to be safe. */
  private static boolean isUsed(String type) {
    return type.isEmpty() || TYPES.contains(type);
  }

  private static Map<String, String> fields(JsonParser json) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (!FIELDS.contains(name)) {
        json.skipChildren();
      } else if (value == JsonToken.START_ARRAY) {
        String joined = joined(json);
        if (!joined.isEmpty()) {
          fields.put(name, joined);
        }
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        fields.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
    return fields;
  }

  private static String joined(JsonParser json) throws IOException {
    List<String> parts = new ArrayList<>();
    for (JsonToken value = json.nextToken();
        value != JsonToken.END_ARRAY;
        value = json.nextToken()) {
      if (value.isScalarValue()) {
        parts.add(json.getText());
      } else {
        json.skipChildren();
      }
    }
    return String.join(".", parts);
  }

  private void add(Item item) {
    if (TYPES.contains(item.type())) {
      items
          .computeIfAbsent(item.type(), type -> new LinkedHashMap<>())
          .put(item.key() >= 0 ? item.key() : -2 - size(item.type()), item);
    }
  }

  private int size(String type) {
    return items.getOrDefault(type, Map.of()).size();
  }

  /** All objects of a type, in the order of the dump. */
  Iterable<Item> all(String type) {
    return items.getOrDefault(type, Map.of()).values();
  }

  /** The object that a field refers to; null if none. */
  Item referred(Item from, String field, String type) {
    return items.getOrDefault(type, Map.of()).get(from.reference(field));
  }

  /** Name of the object that a field refers to; empty if none. */
  String nameOf(Item from, String field, String type) {
    Item item = referred(from, field, type);
    return item == null ? "" : item.text("name");
  }

  /** The type that a field names by its natural key or by number; empty if none. */
  String typeIn(Item from, String field) {
    Item type = referred(from, field, CONTENT_TYPE);
    return type == null ? from.text(field) : type.text("app_label") + "." + type.text("model");
  }
}
