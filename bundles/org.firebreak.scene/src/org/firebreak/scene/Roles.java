package org.firebreak.scene;

import java.util.List;
import java.util.Locale;
import org.firebreak.model.ServerGroup;

/** Which symbol stands for what the members of a group do; the tooltip has it in words. */
final class Roles {
  private static final List<Known> KNOWN =
      List.of(
          new Known(Glyph.BALANCER, "lb", "load", "balancer", "proxy", "proxies", "gateway"),
          new Known(
              Glyph.DATABASE, "db", "dbs", "database", "databases", "sql", "postgres", "mysql"),
          new Known(Glyph.DATABASE, "postgresql", "oracle", "mongodb", "redis", "cache"),
          new Known(Glyph.WEB, "web", "www", "frontend", "http", "nginx", "apache"),
          new Known(
              Glyph.APPLICATION, "app", "apps", "application", "api", "backend", "middleware"),
          new Known(Glyph.STORAGE, "storage", "backup", "backups", "file", "files", "nas", "san"),
          new Known(Glyph.DIRECTORY, "directory", "identity", "idp", "ldap", "ad", "sso", "auth"),
          new Known(Glyph.MAIL, "mail", "smtp", "exchange", "relay"),
          new Known(Glyph.MONITORING, "monitoring", "monitor", "metrics", "log", "logs", "logging"),
          new Known(Glyph.MONITORING, "siem", "syslog", "prometheus", "observability"),
          new Known(Glyph.CONSOLE, "bastion", "jump", "admin", "management", "mgmt", "console"));

  private record Known(Glyph glyph, List<String> words) {
    private Known(Glyph glyph, String... words) {
      this(glyph, List.of(words));
    }
  }

  private Roles() {}

  /** By the group's role, or by its name if it has none; {@code null} if that says nothing. */
  static Glyph glyph(ServerGroup group) {
    String said =
        group.getRole() == null || group.getRole().isBlank() ? group.getName() : group.getRole();
    if (said == null) {
      return null;
    }
    List<String> words = List.of(said.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    for (Known known : KNOWN) {
      if (words.stream().anyMatch(known.words::contains)) {
        return known.glyph;
      }
    }
    return null;
  }
}
