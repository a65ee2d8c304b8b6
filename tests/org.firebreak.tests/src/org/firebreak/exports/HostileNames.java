package org.firebreak.exports;

import java.util.List;
import org.firebreak.model.Design;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;

/** A design whose names try to break out of quotes, comments, paths and cells. */
public final class HostileNames {
  private static final List<String> NAMES =
      List.of(
          "\"; flush ruleset; #",
          "line\nbreak\r\n}",
          "../../etc/passwd",
          "$(reboot) `id` ${x} $x",
          "=HYPERLINK(\"http://x\")",
          "back\\slash \\\" quote",
          "\u202Eright to left\u200B",
          "Größe 日本語 🔥",
          "drop",
          "any",
          "con",
          "",
          "x".repeat(5000),
          "'; DROP TABLE x; --",
          "web] [any",
          "WEB",
          "web");

  private HostileNames() {}

  /** Each name is that of a zone, a group, a server and a flow. */
  public static Design design(StrategyKind strategy) {
    DesignBuilder builder = new DesignBuilder("\"hostile\n", strategy);
    builder.external("*", "0.0.0.0/0", "::/0");
    for (int i = 0; i < NAMES.size(); i++) {
      String name = NAMES.get(i);
      var zone = builder.named(builder.zone("z" + i), name);
      var group = builder.named(builder.group(zone, "g" + i), name);
      String v4 = "10.0.0." + (i * 3 + 1);
      builder.named(builder.server(group, "s" + i, v4, "2001:db8::" + (i + 1)), name);
      var service = builder.named(builder.service("tcp/" + (i + 1)), name);
      service.setApplication(name);
      builder
          .named(builder.flow("g" + i, "g" + Math.max(0, i - 1), "tcp/" + (i + 1)), name)
          .setLog(true);
      builder
          .named(builder.tripwire("t" + i, Severity.CRITICAL, "udp/" + (i + 1)), name)
          .setNotify(List.of(name, "security@example.com"));
    }
    return builder.design();
  }
}
