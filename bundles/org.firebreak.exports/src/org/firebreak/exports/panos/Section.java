package org.firebreak.exports.panos;

import java.util.List;

/** Where in a configuration entries of one kind stand. */
enum Section {
  TAG("tag"),
  ZONE("zone"),
  ADDRESS("address"),
  ADDRESS_GROUP("address-group"),
  SERVICE("service"),
  SERVICE_GROUP("service-group"),
  APPLICATION("application"),
  PROFILE_GROUP("profile-group"),
  MAIL("log-settings", "email"),
  LOG_PROFILE("log-settings", "profiles"),
  RULE("rulebase", "security", "rules"),
  DEFAULT_RULE("rulebase", "default-security-rules", "rules");

  private final List<String> path;

  Section(String... path) {
    this.path = List.of(path);
  }

  /** Names of the elements that lead to the entries. */
  List<String> path() {
    return path;
  }
}
