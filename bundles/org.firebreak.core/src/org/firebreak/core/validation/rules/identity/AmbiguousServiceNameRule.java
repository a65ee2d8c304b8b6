package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.FreeNames;
import org.firebreak.core.validation.facts.NamedKind;
import org.firebreak.core.validation.facts.Renames;
import org.firebreak.model.Service;

/** One name for services of one protocol on different ports. */
public final class AmbiguousServiceNameRule implements ValidationRule {
  private static final int LONGEST_PORTS = 11;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-602",
          RuleCategory.IDENTITY,
          "Service name with two meanings",
          FindingSeverity.WARNING,
          "A service is read by its name: who reviews a flow with https expects port 443. Two"
              + " services of the same name and protocol with other ports make diagram, matrix and"
              + " rules ambiguous, and who types the name into a table gets both. Services of one"
              + " name and different protocols, such as DNS over UDP and TCP, belong together and"
              + " are not meant.",
          "One team's https is tcp/443, another's is tcp/8443. Call the second https-8443.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    Map<String, List<Service>> byName = new LinkedHashMap<>();
    for (Service service : context.design().getServices()) {
      String key = FreeNames.key(service.getName());
      if (!key.isEmpty()) {
        byName
            .computeIfAbsent(service.getProtocol() + " " + key, name -> new ArrayList<>(1))
            .add(service);
      }
    }
    for (List<Service> same : byName.values()) {
      Map<ServiceMatch, Service> meanings = same.size() < 2 ? Map.of() : meanings(same);
      if (meanings.size() > 1) {
        List<ElementRef> refs = new ArrayList<>();
        meanings.values().forEach(service -> refs.add(context.ref(service)));
        findings.add(
            new Finding(
                INFO.id(),
                INFO.severity(),
                refs,
                "The name "
                    + refs.get(0).name()
                    + " stands for "
                    + meanings.keySet().stream()
                        .map(ServiceMatch::toString)
                        .collect(Collectors.joining(" and for ")),
                "Give each of the services a name that tells its ports"));
      }
    }
    return findings;
  }

  /** The first service of each meaning; those that are not valid have none. */
  private static Map<ServiceMatch, Service> meanings(List<Service> services) {
    Map<ServiceMatch, Service> meanings = new LinkedHashMap<>();
    for (Service service : services) {
      match(service).ifPresent(match -> meanings.putIfAbsent(match, service));
    }
    return meanings;
  }

  private static Optional<ServiceMatch> match(Service service) {
    try {
      return Optional.of(ServiceMatch.of(service));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what is wrong with it is a finding of its own
    }
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    List<Service> services = context.design().getServices();
    FreeNames names =
        new FreeNames(services, context.profile().naming().get(NamedKind.SERVICE.key()));
    Set<String> shown = new LinkedHashSet<>();
    finding.elements().forEach(ref -> shown.add(ref.id()));
    Optional<Service> kept =
        services.stream().filter(each -> shown.contains(each.getId())).findFirst();
    if (kept.isEmpty()) {
      return List.of();
    }
    Optional<ServiceMatch> meaning = match(kept.get());
    String key = FreeNames.key(kept.get().getName());
    Renames renames = new Renames();
    Map<ServiceMatch, String> chosen = new HashMap<>();
    for (Service service : services) {
      Optional<ServiceMatch> match = match(service);
      if (match.isEmpty()
          || match.equals(meaning)
          || service.getProtocol() != kept.get().getProtocol()
          || !FreeNames.key(service.getName()).equals(key)) {
        continue;
      }
      Optional<String> name =
          Optional.ofNullable(chosen.get(match.get())).or(() -> name(names, service));
      if (name.isEmpty()) {
        return List.of();
      }
      chosen.put(match.get(), name.get());
      renames.add(service, name.get());
    }
    return renames.isEmpty() ? List.of() : List.of(renames.toFix(""));
  }

  private static Optional<String> name(FreeNames names, Service service) {
    String ports = service.getPorts() == null ? "" : service.getPorts().strip();
    String telling = service.getName().strip() + "-" + ports.replaceAll("[^0-9]+", "-");
    return !ports.isEmpty() && ports.length() <= LONGEST_PORTS && names.take(telling)
        ? Optional.of(telling)
        : names.numbered(service.getName());
  }
}
