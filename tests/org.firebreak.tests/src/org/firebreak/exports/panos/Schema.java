package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the entries of a configuration may hold, as far as the exporter writes it: {@code *} after a
 * name stands for a list of members, {@code !} for an element without content, {@code +} for named
 * entries, braces for children; others have one value.
 */
final class Schema {
  enum Form {
    VALUE,
    MEMBERS,
    FLAG,
    NAMED,
    BRANCH
  }

  private static final String RULE =
      "from* to* source* destination* application* service* action log-end log-setting"
          + " profile-setting{group*} tag* description";

  private static final Map<String, Schema> BY_SECTION =
      Map.ofEntries(
          Map.entry("tag", of("comments")),
          Map.entry("zone", of("network{layer3! virtual-wire!}")),
          Map.entry("address", of("ip-netmask ip-range description tag*")),
          Map.entry("address-group", of("static* dynamic{filter} description tag*")),
          Map.entry("service", of("protocol{tcp{port} udp{port} sctp{port}} description tag*")),
          Map.entry("service-group", of("members* tag*")),
          Map.entry(
              "application",
              of(
                  "category subcategory technology risk description"
                      + " default{ident-by-icmp-type{type code} ident-by-icmp6-type{type code}}")),
          Map.entry("profile-group", of("virus* spyware* vulnerability*")),
          Map.entry("log-settings email", of("server+{display-name from to gateway}")),
          Map.entry(
              "log-settings profiles",
              of("match-list+{log-type filter send-to-panorama send-email* send-syslog*}")),
          Map.entry("security rules", of(RULE)),
          Map.entry("default-security-rules rules", of(RULE)));

  /** Of these only one can be there. */
  private static final List<Set<String>> CHOICES =
      List.of(
          Set.of("ip-netmask", "ip-range"),
          Set.of("static", "dynamic"),
          Set.of("tcp", "udp", "sctp"),
          Set.of("ident-by-icmp-type", "ident-by-icmp6-type"),
          Set.of("layer3", "virtual-wire"));

  private final Form form;
  private final Map<String, Schema> children = new LinkedHashMap<>();

  private Schema(Form form) {
    this.form = form;
  }

  private static Schema of(String text) {
    List<Schema> open = new ArrayList<>(List.of(new Schema(Form.BRANCH)));
    String[] tokens = text.replace("{", " { ").replace("}", " } ").trim().split(" +");
    Schema last = null;
    for (int i = 0; i < tokens.length; i++) {
      String token = tokens[i];
      switch (token) {
        case "{" -> open.add(last);
        case "}" -> open.removeLast();
        default -> {
          boolean branch = i + 1 < tokens.length && tokens[i + 1].equals("{");
          last = new Schema(form(token, branch));
          open.getLast().children.put(token.replaceAll("[*!+]$", ""), last);
        }
      }
    }
    return open.get(0);
  }

  private static Form form(String token, boolean branch) {
    return switch (token.charAt(token.length() - 1)) {
      case '*' -> Form.MEMBERS;
      case '!' -> Form.FLAG;
      case '+' -> Form.NAMED;
      default -> branch ? Form.BRANCH : Form.VALUE;
    };
  }

  static Schema ofSection(String section) {
    Schema schema = BY_SECTION.get(section.replaceFirst("^(pre-|post-)?rulebase ", ""));
    if (schema == null) {
      throw new IllegalArgumentException("no section " + section);
    }
    return schema;
  }

  /** Names of which setting one takes the others away. */
  static Set<String> alternatives(String name) {
    return CHOICES.stream().filter(each -> each.contains(name)).findFirst().orElse(Set.of());
  }

  Form form() {
    return form;
  }

  /** {@code null} if no such element may stand here. */
  Schema child(String name) {
    return children.get(name);
  }
}
