package org.firebreak.core.validation.rules.breadth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.NameWords;
import org.firebreak.core.validation.facts.ServiceOverlap;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/**
 * The words that say of servers that they offer a service: its names in the service library, and
 * its kind where the kind is also what such servers are called. Words are runs of letters, so that
 * {@code postgres-01} is a postgres.
 */
final class ServiceWords {
  /**
   * Words for a service, the clearest first.
   *
   * @param names what only its servers are called
   * @param kinds what other servers of its kind are called too
   */
  record Words(Set<String> names, Set<String> kinds) {
    List<Set<String>> inOrder() {
      return List.of(names, kinds);
    }
  }

  /** Kinds of services that are also roles; of others (administration) everybody is a server. */
  private static final Set<String> KINDS = Set.of("database", "directory", "messaging", "mail");

  private static final Map<String, String> SHORT = Map.of("db", "database", "mq", "messaging");
  private static final int FEW_PORTS = 8;
  private static final int SHORTEST = 3;

  private final Map<ServiceMatch, Words> wordsOf = new HashMap<>();

  private ServiceWords() {}

  static ServiceWords in(ValidationContext context) {
    return context.shared(ServiceWords.class, any -> new ServiceWords());
  }

  /** Whether a name or a role says that servers offer the service. */
  boolean says(String text, PolicyService service) {
    Words words = of(service);
    return wordsIn(text).stream()
        .anyMatch(word -> words.names().contains(word) || words.kinds().contains(word));
  }

  /** The words that say it; in lower case. */
  Words of(PolicyService service) {
    return wordsOf.computeIfAbsent(service.match(), ServiceWords::words);
  }

  /** The words of a text in lower case, short forms in full; none if there is no text. */
  static Set<String> wordsIn(String text) {
    return NameWords.of(text).stream()
        .map(word -> SHORT.getOrDefault(word, word))
        .collect(Collectors.toSet());
  }

  private static Words words(ServiceMatch match) {
    Set<String> names = new HashSet<>();
    Set<String> kinds = new HashSet<>();
    for (WellKnownService known : meanings(match)) {
      names.add(known.name());
      names.addAll(known.aliases());
      if (KINDS.contains(known.category())) {
        kinds.add(known.category());
      }
    }
    names.removeIf(word -> word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter));
    return new Words(names, kinds);
  }

  /** The services of the library on the ports; a wide range says nothing. */
  private static List<WellKnownService> meanings(ServiceMatch match) {
    if (!ServiceOverlap.hasPorts(match)) {
      return List.of();
    }
    return match.ports().ranges().stream()
        .filter(range -> range.size() <= FEW_PORTS)
        .map(PortRange::first)
        .flatMap(port -> ServiceLibrary.wellKnown().byPort(match.protocol(), port).stream())
        .filter(known -> PortSet.parse(known.ports()).size() <= FEW_PORTS)
        .toList();
  }
}
