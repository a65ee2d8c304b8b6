package org.firebreak.exports.nftables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.Slugs;

/** The named sets of one table: addresses by group and family, and ports. */
final class NamedSets {
  private static final int NAME_LENGTH = 48;
  private static final int PORTS_IN_NAME = 4;

  /** A group, or the part of it that differs between rules that name the same group. */
  private record Named(String id, AddressGroup group) {}

  private static final class Entry {
    final AddressGroup group;
    String name;
    boolean v4;
    boolean v6;

    Entry(AddressGroup group) {
      this.group = group;
    }
  }

  private final ElementTexts texts;
  private final Map<AddressSet, Entry> entries = new IdentityHashMap<>();
  private final List<Entry> ordered = new ArrayList<>();
  private final Map<String, PortSet> ports = new TreeMap<>();

  NamedSets(List<Rule> rules, ElementTexts texts) {
    this.texts = texts;
    Map<String, Named> named = new LinkedHashMap<>();
    for (Rule rule : rules) {
      add(rule.source(), named);
      add(rule.destination(), named);
    }
    Map<String, String> slugs =
        new Slugs('_', NAME_LENGTH)
            .distinct(named.values(), Named::id, each -> each.group().name());
    for (Named each : named.values()) {
      entries.get(each.group().addresses()).name = slugs.get(each.id());
    }
  }

  private void add(AddressGroup group, Map<String, Named> named) {
    if (!group.isAny() && !entries.containsKey(group.addresses())) {
      Entry entry = new Entry(group);
      entries.put(group.addresses(), entry);
      ordered.add(entry);
      String id = group.element() == null ? group.name() : group.element().id();
      while (named.putIfAbsent(id, new Named(id, group)) != null) {
        id += "'";
      }
    }
  }

  /** Reference to the addresses of one family of a group. */
  String reference(AddressGroup group, boolean v6) {
    Entry entry = entries.get(group.addresses());
    if (v6) {
      entry.v6 = true;
    } else {
      entry.v4 = true;
    }
    return "@" + name(entry, v6);
  }

  private static String name(Entry entry, boolean v6) {
    return "g_" + entry.name + (v6 ? "_v6" : "_v4");
  }

  /** One port or range as it is; several as a reference to a set. */
  String ports(PortSet set) {
    if (set.ranges().size() == 1) {
      return set.toString();
    }
    String text = set.toString().replace(',', '_').replace("-", "to");
    String name = set.ranges().size() <= PORTS_IN_NAME ? text : Slugs.shortHash(set.toString());
    ports.put("p_" + name, set);
    return "@p_" + name;
  }

  int size() {
    return ports.size()
        + ordered.stream().mapToInt(entry -> (entry.v4 ? 1 : 0) + (entry.v6 ? 1 : 0)).sum();
  }

  /** Writes the sets that were referred to. */
  void write(ExportFile file) throws IOException {
    for (Entry entry : ordered) {
      if (entry.v4) {
        write(file, entry, false);
      }
      if (entry.v6) {
        write(file, entry, true);
      }
    }
    for (Map.Entry<String, PortSet> set : ports.entrySet()) {
      write(file, set.getKey(), set.getValue());
    }
  }

  private void write(ExportFile file, Entry entry, boolean v6) throws IOException {
    file.write("  set ").write(name(entry, v6)).write(" {\n    type ");
    file.write(v6 ? "ipv6_addr\n" : "ipv4_addr\n");
    ElementTexts.Lines lines = texts.of(entry.group, v6);
    if (lines.form() == ElementForm.INTERVAL) {
      file.write("    flags interval\n");
    }
    file.write("    ").write(NftText.comment(entry.group.name())).write("\n    elements = {\n");
    file.write(lines.text()).write("    }\n  }\n");
  }

  private static void write(ExportFile file, String name, PortSet set) throws IOException {
    file.write("  set ").write(name).write(" {\n    type inet_service\n");
    if (set.ranges().stream().anyMatch(range -> range.size() > 1)) {
      file.write("    flags interval\n");
    }
    file.write("    elements = { ");
    String separator = "";
    for (PortRange range : set.ranges()) {
      file.write(separator).write(range.toString());
      separator = ", ";
    }
    file.write(" }\n  }\n");
  }

  /** Text of the elements of address sets, kept because many tables hold the same set. */
  static final class ElementTexts {
    record Lines(byte[] text, ElementForm form) {}

    private final Map<AddressSet, Lines[]> known = new IdentityHashMap<>();

    Lines of(AddressGroup group, boolean v6) {
      Lines[] families = known.computeIfAbsent(group.addresses(), key -> new Lines[2]);
      int family = v6 ? 1 : 0;
      if (families[family] == null) {
        families[family] = lines(group, v6);
      }
      return families[family];
    }

    private static Lines lines(AddressGroup group, boolean v6) {
      List<AddressRange> ranges =
          group.addresses().ranges().stream().filter(range -> range.v6() == v6).toList();
      ElementForm form = ElementForm.of(ranges, group.isOfServers());
      StringBuilder text = new StringBuilder();
      for (AddressRange range : form.elements(ranges)) {
        text.append(text.isEmpty() ? "      " : ",\n      ").append(NftText.element(range));
      }
      return new Lines(text.append('\n').toString().getBytes(StandardCharsets.US_ASCII), form);
    }
  }
}
