package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/** The library of well-known services by what they cover. */
final class KnownServices {
  private static final Map<ServiceMatch, List<WellKnownService>> BY_MATCH = byMatch();

  private KnownServices() {}

  private static Map<ServiceMatch, List<WellKnownService>> byMatch() {
    Map<ServiceMatch, List<WellKnownService>> all = new HashMap<>();
    for (WellKnownService service : ServiceLibrary.wellKnown().all()) {
      all.computeIfAbsent(matchOf(service), match -> new ArrayList<>(1)).add(service);
    }
    return all;
  }

  static ServiceMatch matchOf(WellKnownService service) {
    return new ServiceMatch(
        service.protocol(),
        PortSet.parse(service.ports()),
        service.icmpType() == null ? -1 : service.icmpType(),
        service.icmpCode() == null ? -1 : service.icmpCode());
  }

  /**
   * The well-known service that covers exactly this. Where several do, such as rsh and syslog on
   * TCP 514, one of them must be named in the texts that stand beside it.
   *
   * @return null if there is none, or it is not clear which
   */
  static WellKnownService exactly(ServiceMatch match, Set<String> words) {
    List<WellKnownService> found = BY_MATCH.getOrDefault(match, List.of());
    if (found.size() <= 1) {
      return found.isEmpty() ? null : found.get(0);
    }
    List<WellKnownService> named = found.stream().filter(s -> isNamed(s, words)).toList();
    return named.size() == 1 ? named.get(0) : null;
  }

  private static boolean isNamed(WellKnownService service, Set<String> words) {
    return words.contains(service.name()) || service.aliases().stream().anyMatch(words::contains);
  }

  /** The words of some texts in lower case. */
  static Set<String> words(String... texts) {
    Set<String> words = new HashSet<>();
    for (String text : texts) {
      if (text != null) {
        words.add(text.toLowerCase(Locale.ROOT));
        words.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9-]+")));
      }
    }
    return words;
  }

  /** The well-known services of a name, on the given protocols or, if none are given, on all. */
  static List<WellKnownService> named(String name, Set<Protocol> protocols) {
    return ServiceLibrary.wellKnown().allByName(name).stream()
        .filter(service -> protocols.isEmpty() || protocols.contains(service.protocol()))
        .toList();
  }
}
