package org.firebreak.rulebase.panos;

import java.util.Map;

/** Kinds of entry that decide what a rule base does, with the attributes whose meaning is known. */
enum Kind {
  TAG("tag", Grammar.of("comments color disable-override")),
  ADDRESS(
      "address",
      Grammar.of("ip-netmask ip-range ip-wildcard fqdn description tag disable-override")),
  ADDRESS_GROUP(
      "address-group", Grammar.of("static description tag dynamic{filter} disable-override")),
  SERVICE(
      "service",
      Grammar.of(
          "description tag disable-override protocol{"
              + "tcp{port source-port override{no yes{timeout halfclose-timeout timewait-timeout}}}"
              + "udp{port source-port override{no yes{timeout}}} sctp{port source-port}}")),
  SERVICE_GROUP("service-group", Grammar.of("members tag disable-override")),
  APPLICATION(
      "application",
      Grammar.of(
          "category subcategory technology risk description tag default{port ident-by-ip-protocol"
              + " ident-by-icmp-type{type code} ident-by-icmp6-type{type code}}")),
  APPLICATION_GROUP("application-group", Grammar.of("members disable-override")),
  LOG_PROFILE(
      "log-settings profiles",
      Grammar.of(
          "description match-list{*{action-desc log-type filter send-to-panorama send-email"
              + " send-syslog send-http send-snmptrap}}")),
  RULE("security rules", Kind.ruleAttributes()),
  DEFAULT_RULE("default-security-rules rules", Kind.ruleAttributes());

  private static Grammar ruleAttributes() {
    return Grammar.of(
        "from to source destination source-user category application service source-hip"
            + " destination-hip hip-profiles negate-source negate-destination action rule-type"
            + " log-start log-end log-setting tag group-tag description disabled schedule"
            + " icmp-unreachable disable-inspect option{disable-server-response-inspection}"
            + " target{negate devices} profile-setting{group profiles{virus spyware vulnerability"
            + " url-filtering file-blocking wildfire-analysis data-filtering}}");
  }

  private static final Map<String, Kind> BY_WORD =
      Map.of(
          "tag", TAG,
          "address", ADDRESS,
          "address-group", ADDRESS_GROUP,
          "service", SERVICE,
          "service-group", SERVICE_GROUP,
          "application", APPLICATION,
          "application-group", APPLICATION_GROUP);

  private final String path;
  private final Grammar grammar;

  Kind(String path, Grammar grammar) {
    this.path = path;
    this.grammar = grammar;
  }

  String path() {
    return path;
  }

  Grammar grammar() {
    return grammar;
  }

  /** The kind whose entries stand right below an element of that name; {@code null} for others. */
  static Kind ofElement(String name) {
    return BY_WORD.get(name);
  }
}
