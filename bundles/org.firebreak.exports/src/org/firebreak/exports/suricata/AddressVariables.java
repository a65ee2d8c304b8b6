package org.firebreak.exports.suricata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.Slugs;

/**
 * Address variables, one for each set of addresses that rules name. One that is too long for
 * Suricata is divided into parts and refers to these.
 */
final class AddressVariables {
  private static final int MAX_TEXT = 8000;
  private static final int MAX_NAME = 56;

  private final Map<AddressGroup, String> names = new LinkedHashMap<>();
  private final Map<AddressGroup, String> known = new IdentityHashMap<>();
  private final Map<String, Integer> uses = new LinkedHashMap<>();

  /** How a rule names the addresses. */
  String text(AddressGroup group) {
    return known.computeIfAbsent(
        group, key -> key.isAny() ? "any" : "$" + names.computeIfAbsent(key, this::name));
  }

  private String name(AddressGroup group) {
    String id = group.element() == null ? "" : group.element().id();
    String slug = Slugs.plain(group.name(), '_', MAX_NAME).toUpperCase(Locale.ROOT);
    String base = "FIREBREAK_" + (slug.isEmpty() ? Slugs.shortHash(id) : slug);
    String name = base;
    if (uses.merge(base, 1, Integer::sum) > 1) {
      name = base + "_" + Slugs.shortHash(id + group.addresses()).toUpperCase(Locale.ROOT);
    }
    return name;
  }

  /** Writes a YAML mapping to include under {@code vars: address-groups:}. */
  void write(ExportFile file) throws IOException {
    for (Map.Entry<AddressGroup, String> entry : names.entrySet()) {
      AddressGroup group = entry.getKey();
      file.write("# ").write(PlainText.oneLine(group.name(), 120));
      if (group.element() != null) {
        file.write(" (").write(PlainText.oneLine(group.element().id(), 60)).write(")");
      }
      file.newLine();
      write(file, entry.getValue(), texts(group), 1);
    }
  }

  private static List<String> texts(AddressGroup group) {
    List<String> texts = new ArrayList<>();
    for (AddressRange range : group.addresses().ranges()) {
      List<String> prefixes = range.toPrefixes();
      texts.add(prefixes.size() > 1 || range.isSingle() ? range.toString() : prefixes.get(0));
    }
    return texts;
  }

  private static void write(ExportFile file, String name, List<String> items, int depth)
      throws IOException {
    List<String> lists = new ArrayList<>();
    StringBuilder list = new StringBuilder();
    for (String item : items) {
      if (list.length() + item.length() + 3 > MAX_TEXT) {
        lists.add(list.toString());
        list.setLength(0);
      }
      list.append(list.isEmpty() ? "" : ",").append(item);
    }
    lists.add(list.toString());
    if (lists.size() == 1) {
      file.write(name).write(": \"[").write(lists.get(0)).write("]\"\n");
      return;
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      String part = name + "__" + depth + "_" + (i + 1);
      file.write(part).write(": \"[").write(lists.get(i)).write("]\"\n");
      parts.add("$" + part);
    }
    write(file, name, parts, depth + 1);
  }
}
