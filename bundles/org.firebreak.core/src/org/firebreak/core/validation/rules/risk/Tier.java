package org.firebreak.core.validation.rules.risk;

import java.util.EnumSet;
import java.util.Set;

/** What servers are there for, as far as words tell. */
enum Tier {
  /** Where administrators come from. */
  JUMP("jump", "jumphost", "jumpbox", "bastion", "paw", "pam"),
  /** Administers, watches or backs up the others. */
  MANAGEMENT(
      "mgmt",
      "management",
      "manager",
      "admin",
      "admins",
      "administration",
      "administrator",
      "administrators",
      "oob",
      "ops",
      "operations",
      "automation",
      "orchestration",
      "orchestrator",
      "ansible",
      "vcenter",
      "monitor",
      "monitoring",
      "mon",
      "backup",
      "bkp",
      "scanner",
      "noc",
      "soc"),
  DATA(
      "db",
      "dbs",
      "database",
      "databases",
      "sql",
      "mysql",
      "mariadb",
      "postgres",
      "postgresql",
      "pgsql",
      "oracle",
      "mssql",
      "mongodb",
      "rdbms"),
  APPLICATION(
      "app",
      "apps",
      "application",
      "applications",
      "api",
      "backend",
      "middleware",
      "webapp",
      "appserver",
      "worker",
      "workers"),
  WEB(
      "web",
      "www",
      "webserver",
      "frontend",
      "front",
      "dmz",
      "edge",
      "lb",
      "loadbalancer",
      "balancer",
      "proxy",
      "waf"),
  USERS(
      "client",
      "clients",
      "cli",
      "user",
      "users",
      "desktop",
      "desktops",
      "workstation",
      "workstations",
      "laptop",
      "laptops",
      "pc",
      "pcs",
      "vdi",
      "kiosk",
      "guest",
      "guests",
      "office",
      "branch");

  private final Set<String> words;

  Tier(String... words) {
    this.words = Set.of(words);
  }

  static Set<Tier> of(Set<String> words) {
    Set<Tier> tiers = EnumSet.noneOf(Tier.class);
    for (String word : words) {
      for (Tier tier : values()) {
        if (tier.words.contains(word)) {
          tiers.add(tier);
        }
      }
    }
    return tiers;
  }
}
