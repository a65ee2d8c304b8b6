package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.NameWords;
import org.firebreak.model.Endpoint;
import org.firebreak.model.FirebreakPackage;
import org.firebreak.model.Label;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/**
 * Which servers are production and which are not. A label such as {@code env = prod} decides, then
 * a word in the name of the group or server, then in those of the zones from the inside out; a
 * server of which nobody says it belongs to neither.
 */
final class Environments {
  /** The two that must not meet. */
  enum Kind {
    PRODUCTION,
    OTHER
  }

  private static final Kind[] KINDS = Kind.values();

  private static final Set<String> LABELS =
      Set.of("env", "environment", "stage", "landscape", "lifecycle");
  private static final Set<String> PRODUCTION = Set.of("prod", "production", "prd");
  private static final Set<String> OTHER =
      Set.of(
          "test",
          "tst",
          "testing",
          "dev",
          "devel",
          "development",
          "staging",
          "stage",
          "stg",
          "preprod",
          "preproduction",
          "nonprod",
          "qa",
          "qas",
          "uat",
          "sandbox",
          "sbx");

  /** Words that make production of what follows something else: {@code pre-prod}. */
  private static final Set<String> NOT_YET = Set.of("pre", "non", "not");

  private final List<Server> servers;
  private final int[][] counts;
  private final Map<String, Boolean> keys = new HashMap<>();
  private final Map<String, Optional<Kind>> kinds = new HashMap<>();

  private Environments(ValidationContext context) {
    servers = context.servers();
    counts = new int[KINDS.length][servers.size() + 1];
    Object container = null;
    Kind inherited = null;
    for (int i = 0; i < servers.size(); i++) {
      Server server = servers.get(i);
      if (server.eContainer() != container) {
        container = server.eContainer();
        inherited = container instanceof Endpoint endpoint ? around(endpoint) : null;
      }
      Kind own = own(server);
      count(i, own == null ? inherited : own);
    }
  }

  private void count(int server, Kind found) {
    for (int kind = 0; kind < KINDS.length; kind++) {
      int[] sums = counts[kind];
      sums[server + 1] = sums[server] + (found == KINDS[kind] ? 1 : 0);
    }
  }

  static Environments of(ValidationContext context) {
    return context.shared(Environments.class, Environments::new);
  }

  /** How many servers at an end are of a kind. */
  int count(End end, Kind kind) {
    if (end.hasServers()) {
      int[] sums = counts[kind.ordinal()];
      return sums[end.policy().to()] - sums[end.policy().from()];
    }
    return end.element() != null && around(end.element()) == kind ? 1 : 0;
  }

  /** Where the first server of a kind at an end is said to be of it. */
  String evidence(End end, Kind kind) {
    int[] sums = counts[kind.ordinal()];
    for (int i = end.policy().from(); i < end.policy().to(); i++) {
      if (sums[i + 1] > sums[i]) {
        return evidence(servers.get(i));
      }
    }
    return evidence(end.element());
  }

  private String evidence(Endpoint endpoint) {
    for (Object each = endpoint; each instanceof Endpoint inner; each = inner.eContainer()) {
      Label label = label(inner);
      if (label != null) {
        return "label " + label.getKey() + " = " + label.getValue() + " of " + inner.getName();
      }
      if (own(inner) != null) {
        return "name of the " + noun(inner) + " " + inner.getName();
      }
    }
    return "";
  }

  private Kind around(Endpoint endpoint) {
    for (Object each = endpoint; each instanceof Endpoint inner; each = inner.eContainer()) {
      Kind kind = own(inner);
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }

  /** What an endpoint itself says; the name of a member of a group says nothing. */
  private Kind own(Endpoint endpoint) {
    Label label = label(endpoint);
    if (label != null) {
      return kind(label.getValue());
    }
    return endpoint.eContainer() instanceof ServerGroup ? null : kind(endpoint.getName());
  }

  private Label label(Endpoint endpoint) {
    if (endpoint.eIsSet(FirebreakPackage.Literals.ENDPOINT__LABELS)) {
      for (Label label : endpoint.getLabels()) {
        if (keys.computeIfAbsent(String.valueOf(label.getKey()), Environments::isEnvironment)
            && kind(label.getValue()) != null) {
          return label;
        }
      }
    }
    return null;
  }

  private static boolean isEnvironment(String key) {
    return LABELS.contains(key.toLowerCase(Locale.ROOT));
  }

  private Kind kind(String text) {
    return kinds
        .computeIfAbsent(
            String.valueOf(text), each -> Optional.ofNullable(ofWords(NameWords.of(each))))
        .orElse(null);
  }

  private static String noun(Endpoint endpoint) {
    if (endpoint instanceof Zone) {
      return "zone";
    }
    return endpoint instanceof ServerGroup
        ? "group"
        : endpoint instanceof Server ? "server" : "network";
  }

  private static Kind ofWords(Set<String> all) {
    List<String> words = new ArrayList<>(all);
    Kind kind = null;
    for (int i = 0; i < words.size(); i++) {
      if (OTHER.contains(words.get(i))) {
        return Kind.OTHER;
      }
      if (PRODUCTION.contains(words.get(i))) {
        kind = i > 0 && NOT_YET.contains(words.get(i - 1)) ? Kind.OTHER : Kind.PRODUCTION;
      }
    }
    return kind;
  }
}
