package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.service.ServiceSyntax;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.spi.FlowFact;
import org.firebreak.imports.spi.ImportedKind;
import org.firebreak.imports.spi.ServiceFact;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/**
 * Finds the services that a row means: those of the design that cover the same, else the well-known
 * ones, else new ones named after protocol and port.
 */
final class ServiceMerge {
  /**
   * A service that a row needs.
   *
   * @param match what it covers
   * @param existing the service of the design; null if it has to be made
   * @param known the well-known service to make it from; null if there is none
   * @param name its name, if it has to be made and is not well known
   */
  record Planned(ServiceMatch match, Service existing, WellKnownService known, String name) {}

  private final ModelIndex index;
  private final MergeLog log;
  private final String origin;
  private final NameIndex<Service> byName = new NameIndex<>();
  private final Map<ServiceMatch, Service> byMatch = new HashMap<>();

  ServiceMerge(ModelIndex index, MergeLog log, String origin) {
    this.index = index;
    this.log = log;
    this.origin = origin;
    index.design.getServices().forEach(this::remember);
  }

  private void remember(Service service) {
    byName.add(service);
    ServiceMatch match = matchOf(service);
    if (match != null) {
      byMatch.putIfAbsent(match, service);
    }
  }

  /** What a service of the design covers; null if it is not valid, which validation reports. */
  static ServiceMatch matchOf(Service service) {
    try {
      return ServiceMatch.of(service);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Sees what services a row needs, without making any.
   *
   * @throws RowProblem if a name is not known
   */
  List<Planned> plan(FlowFact fact) throws RowProblem {
    Object description = fact.values().get(Literals.NAMED_ELEMENT__DESCRIPTION).value();
    Set<String> words =
        KnownServices.words(
            fact.serviceName(), description == null ? null : description.toString());
    Map<ServiceMatch, Planned> planned = new LinkedHashMap<>();
    List<ServiceMatch> exact = new ArrayList<>();
    for (ServiceFact service : fact.services()) {
      switch (service) {
        case ServiceFact.Exact given -> exact.add(given.match());
        case ServiceFact.Named given ->
            named(given, fact).forEach(one -> planned.putIfAbsent(one.match(), one));
      }
    }
    Collection<ServiceMatch> matches = cut(exact, words);
    String name = matches.size() == 1 ? fact.serviceName() : null;
    for (ServiceMatch match : matches) {
      planned.putIfAbsent(match, planned(match, words, name));
    }
    return List.copyOf(planned.values());
  }

  /** Where design or library have one service for the whole list of ports, it is that one. */
  private Collection<ServiceMatch> cut(List<ServiceMatch> exact, Set<String> words) {
    if (exact.size() < 2 || exact.stream().allMatch(byMatch::containsKey)) {
      return exact;
    }
    List<ServiceMatch> whole = Meaning.of(exact).matches();
    boolean known =
        whole.stream()
            .allMatch(one -> byMatch.containsKey(one) || KnownServices.exactly(one, words) != null);
    return known ? whole : exact;
  }

  private Planned planned(ServiceMatch match, Set<String> words, String name) {
    Service existing = byMatch.get(match);
    WellKnownService known = existing == null ? KnownServices.exactly(match, words) : null;
    return new Planned(match, existing, known, name);
  }

  private List<Planned> named(ServiceFact.Named given, FlowFact fact) throws RowProblem {
    List<Planned> planned = new ArrayList<>();
    for (Service service : byName.named(given.name())) {
      ServiceMatch match = matchOf(service);
      if (match != null && isOn(given.protocols(), match)) {
        planned.add(new Planned(match, service, null, null));
      }
    }
    // The library may know the name on further protocols than the design has needed so far.
    for (WellKnownService known : KnownServices.named(given.name(), given.protocols())) {
      ServiceMatch match = KnownServices.matchOf(known);
      boolean own = planned.stream().anyMatch(p -> p.match().protocol() == match.protocol());
      if (!own) {
        planned.add(new Planned(match, sameName(known, match), known, null));
      }
    }
    if (planned.isEmpty()) {
      throw new RowProblem(fact.place(), unknown(given));
    }
    return planned;
  }

  private static boolean isOn(Set<Protocol> protocols, ServiceMatch match) {
    return protocols.isEmpty() || protocols.contains(match.protocol());
  }

  private Service sameName(WellKnownService known, ServiceMatch match) {
    for (Service service : byName.named(known.name())) {
      if (match.equals(matchOf(service))) {
        return service;
      }
    }
    return null;
  }

  private static String unknown(ServiceFact.Named given) {
    String name = CleanText.quote(given.name());
    return ServiceLibrary.wellKnown().allByName(given.name()).isEmpty()
        ? "no service is called " + name + "; write its port number"
        : "the service " + name + " is not on this protocol; write its port number";
  }

  /** The service, made if the design has none. */
  Service service(Planned planned) {
    Service existing = planned.existing();
    if (existing == null) {
      // A row before may have made it meanwhile.
      existing = madeMeanwhile(planned);
    }
    if (existing != null) {
      log.met(ImportedKind.SERVICE, existing, false);
      return existing;
    }
    Service service =
        planned.known() != null && isFree(planned.known().name(), planned.match().protocol())
            ? planned.known().toService()
            : made(planned);
    service.setOrigin(origin);
    index.design.getServices().add(service);
    remember(service);
    log.created(ImportedKind.SERVICE, service);
    return service;
  }

  private Service madeMeanwhile(Planned planned) {
    Service same = planned.known() == null ? null : sameName(planned.known(), planned.match());
    return same == null ? byMatch.get(planned.match()) : same;
  }

  private boolean isFree(String name, Protocol protocol) {
    return byName.ignoringCase(name).stream().noneMatch(s -> s.getProtocol() == protocol);
  }

  private Service made(Planned planned) {
    ServiceMatch match = planned.match();
    String wish = planned.name();
    boolean wanted =
        wish != null
            && byName.ignoringCase(wish).isEmpty()
            && ServiceLibrary.wellKnown().allByName(wish).isEmpty();
    Service service = NewElements.service(wanted ? wish : ServiceSyntax.name(match));
    service.setProtocol(match.protocol());
    service.setPorts(match.ports().isAll() ? "" : match.ports().toString());
    service.setIcmpType(match.icmpType() < 0 ? null : match.icmpType());
    service.setIcmpCode(match.icmpCode() < 0 ? null : match.icmpCode());
    return service;
  }
}
