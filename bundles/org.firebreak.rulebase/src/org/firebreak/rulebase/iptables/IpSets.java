package org.firebreak.rulebase.iptables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.chains.Box;

/** Sets, as the commands of {@code ipset restore} make them. */
final class IpSets {
  /** A set: the kinds of its fields, the elements, and why it is not understood, if so. */
  private static final class IpSet {
    final List<String> fields;
    final boolean v6;
    final List<String> elements = new ArrayList<>();
    final Map<String, List<Box>> known = new HashMap<>();
    String obstacle;

    IpSet(List<String> fields, boolean v6) {
      this.fields = fields;
      this.v6 = v6;
    }
  }

  private final Map<String, IpSet> sets = new HashMap<>();

  /** Runs the commands of a file. */
  void run(String path, List<String> lines, List<Unread> unread) {
    int number = 0;
    for (String line : lines) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          run(new Words(line));
        } catch (NotUnderstood e) {
          unread.add(new Unread(path + ":" + number, SaveFile.shortened(line), e.getMessage()));
        }
      }
    }
  }

  private void run(Words words) throws NotUnderstood {
    String command = words.next();
    switch (command) {
      case "create", "-N" -> create(words);
      case "add", "-A" -> add(words);
      case "swap" -> {
        String one = words.next();
        String other = words.next();
        IpSet first = get(one);
        sets.put(one, get(other));
        sets.put(other, first);
      }
      case "destroy", "-X" -> sets.remove(words.next());
      case "flush", "-F" -> get(words.next()).elements.clear();
      case "COMMIT" -> {}
      default -> throw new NotUnderstood("'" + command + "' is not known");
    }
  }

  private void create(Words words) throws NotUnderstood {
    String name = words.next();
    String type = words.next();
    boolean v6 = false;
    String obstacle = null;
    while (words.hasNext()) {
      String option = words.next();
      if (option.equals("family")) {
        v6 = words.next().equals("inet6");
      } else if (option.equals("timeout")) {
        obstacle = "a set whose elements vanish";
      } else if (option.matches("netmask|bitmask|markmask")) {
        obstacle = "a set with the option " + option;
      }
    }
    int colon = type.indexOf(':');
    IpSet set = new IpSet(List.of(type.substring(colon + 1).split(",")), v6);
    set.obstacle = type.startsWith("list:") ? "a set of sets" : obstacle;
    sets.putIfAbsent(name, set);
  }

  private void add(Words words) throws NotUnderstood {
    IpSet set = get(words.next());
    set.elements.add(words.next());
    set.known.clear();
    while (words.hasNext()) {
      String option = words.next();
      if (option.equals("nomatch") || option.equals("timeout")) {
        set.obstacle = "an element with the option " + option;
      }
    }
  }

  private IpSet get(String name) throws NotUnderstood {
    IpSet set = sets.get(name);
    if (set == null) {
      throw new NotUnderstood("there is no set " + name);
    }
    return set;
  }

  /**
   * The connections that a set matches.
   *
   * @param directions {@code src} or {@code dst} for each field
   */
  List<Box> boxes(String name, String directions) throws NotUnderstood {
    IpSet set = get(name);
    if (set.obstacle != null) {
      throw new NotUnderstood(set.obstacle);
    }
    List<Box> boxes = set.known.get(directions);
    if (boxes == null) {
      boxes = boxes(set, directions.split(","));
      set.known.put(directions, boxes);
    }
    return boxes;
  }

  private static List<Box> boxes(IpSet set, String[] directions) throws NotUnderstood {
    if (directions.length < set.fields.size()) {
      throw new NotUnderstood("a set of more fields than are matched");
    }
    if (set.fields.size() == 1 && isAddress(set.fields.get(0))) {
      List<AddressRange> ranges = new ArrayList<>(set.elements.size());
      for (String element : set.elements) {
        ranges.add(Values.range(element, set.v6));
      }
      return List.of(side(AddressSet.of(ranges), directions[0]));
    }
    return several(set, directions);
  }

  private static Box side(AddressSet addresses, String direction) throws NotUnderstood {
    return switch (direction) {
      case "src" -> Box.from(addresses);
      case "dst" -> Box.to(addresses);
      default -> throw new NotUnderstood("'" + direction + "' is no side of a connection");
    };
  }

  private static boolean isAddress(String field) {
    return field.equals("ip") || field.equals("net");
  }

  /** Elements that say the same but for their first field are one box. */
  private static List<Box> several(IpSet set, String[] directions) throws NotUnderstood {
    Map<List<String>, List<AddressRange>> firsts = new LinkedHashMap<>();
    List<Box> boxes = new ArrayList<>();
    for (String element : set.elements) {
      List<String> parts = List.of(element.split(","));
      if (parts.size() != set.fields.size()) {
        throw new NotUnderstood("an element of another number of fields");
      }
      if (isAddress(set.fields.get(0))) {
        firsts
            .computeIfAbsent(parts.subList(1, parts.size()), key -> new ArrayList<>())
            .add(Values.range(parts.get(0), set.v6));
      } else {
        boxes.add(rest(set, directions, 0, parts));
      }
    }
    for (Map.Entry<List<String>, List<AddressRange>> each : firsts.entrySet()) {
      Box first = side(AddressSet.of(each.getValue()), directions[0]);
      boxes.add(first.intersect(rest(set, directions, 1, each.getKey())));
    }
    return boxes;
  }

  private static Box rest(IpSet set, String[] directions, int from, List<String> parts)
      throws NotUnderstood {
    Box box = Box.ANY;
    for (int i = 0; i < parts.size(); i++) {
      String field = set.fields.get(from + i);
      String direction = directions[from + i];
      if (isAddress(field)) {
        AddressSet addresses = AddressSet.of(Values.range(parts.get(i), set.v6));
        box = box.intersect(side(addresses, direction));
      } else if (field.equals("port") && direction.equals("dst")) {
        // a set of nothing but ports matches them for TCP and UDP
        Intervals services =
            set.fields.size() == 1
                ? Intervals.union(
                    List.of(services("tcp:" + parts.get(i)), services("udp:" + parts.get(i))))
                : services(parts.get(i));
        box = box.intersect(Box.by(services));
      } else {
        throw new NotUnderstood("a field " + field + " of the " + direction + " side");
      }
    }
    return box;
  }

  /** {@code tcp:443}, {@code udp:1000-2000}, {@code 443}, {@code icmp:8/0}. */
  private static Intervals services(String text) throws NotUnderstood {
    int colon = text.indexOf(':');
    int protocol = colon < 0 ? IpProtocols.TCP : Values.protocol(text.substring(0, colon));
    String ports = text.substring(colon + 1);
    if (IpProtocols.isIcmp(protocol)) {
      return Values.icmp(ports, protocol == IpProtocols.ICMPV6);
    }
    if (!IpProtocols.hasPorts(protocol)) {
      return ServiceLine.of(protocol);
    }
    PortRange range = Values.ports(ports);
    return ServiceLine.of(protocol, range);
  }
}
