package org.firebreak.exports.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Capability;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.model.EnforcementKind;

/** Which platform enforces which rule sets. */
final class Assignment {
  private static final int NAMED = 5;

  private Assignment() {}

  /**
   * Whether the exporter writes the rule set: it enforces rule sets of that kind, and the
   * enforcement point names this platform or none that is known.
   */
  static boolean isFor(RuleSet set, Exporter exporter) {
    boolean central = set.kind() == EnforcementKind.CENTRAL;
    return exporter.capabilities().contains(central ? Capability.CENTRAL : Capability.HOSTS)
        && platform(set).map(exporter::equals).orElse(true);
  }

  private static Optional<Exporter> platform(RuleSet set) {
    return set.platform() == null ? Optional.empty() : Exporters.named(set.platform());
  }

  /** One limitation for each enforcement point with rule sets that no exporter writes. */
  static List<Limitation> unenforced(CompiledPolicy policy, List<Exporter> exporters) {
    Map<ElementRef, List<RuleSet>> left = new LinkedHashMap<>();
    for (RuleSet set : policy.ruleSets()) {
      if (exporters.stream().noneMatch(exporter -> isFor(set, exporter))) {
        left.computeIfAbsent(set.enforcementPoint(), point -> new ArrayList<>()).add(set);
      }
    }
    List<Limitation> limitations = new ArrayList<>();
    left.forEach((point, sets) -> limitations.add(unenforced(point, sets)));
    return limitations;
  }

  private static Limitation unenforced(ElementRef point, List<RuleSet> sets) {
    String names = sets.stream().limit(NAMED).map(RuleSet::name).collect(Collectors.joining(", "));
    String platform =
        platform(sets.get(0))
            .map(exporter -> "it names the platform " + exporter.title() + ", which is not chosen")
            .orElse(
                sets.get(0).kind() == EnforcementKind.HOST
                    ? "no chosen platform enforces at hosts"
                    : "no chosen platform is a central firewall");
    return new Limitation(
        Limitation.Effect.PERMITS_MORE,
        null,
        null,
        List.of(point),
        "The bundle does not enforce "
            + sets.size()
            + (sets.size() == 1 ? " rule set of " : " rule sets of ")
            + point.name()
            + " ("
            + names
            + (sets.size() > NAMED ? ", …" : "")
            + "): "
            + platform
            + ".");
  }
}
