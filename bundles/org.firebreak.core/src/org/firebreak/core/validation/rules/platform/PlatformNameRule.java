package org.firebreak.core.validation.rules.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.ElementRef;
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
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.NamedElement;

/** Names that a chosen platform must shorten. */
public final class PlatformNameRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-801",
          RuleCategory.PLATFORM,
          "Name too long for the platform",
          FindingSeverity.INFO,
          "Each platform limits the length of names: of a zone in PAN-OS to 31 characters, of the"
              + " value of a Kubernetes label to 63. An export cuts longer names and adds a"
              + " checksum where two would become the same, so that operators read in logs what"
              + " nobody in the design is called.",
          "Zone “Production databases of the retail division” does not fit into a PAN-OS zone. Call"
              + " it retail-prod-db.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PlatformUse use : PlatformUse.of(context)) {
      use.limit(PlatformLimit.Quantity.ZONE_NAME)
          .flatMap(limit -> of(context, limit, topZones(context), "zone"))
          .ifPresent(findings::add);
      use.limit(PlatformLimit.Quantity.LABEL)
          .flatMap(limit -> of(context, limit, List.of(context.groups()), "group"))
          .ifPresent(findings::add);
      use.limit(PlatformLimit.Quantity.NAME)
          .flatMap(limit -> of(context, limit, objects(context), "object"))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** Top-level zones are those of firewalls. */
  private static List<List<? extends NamedElement>> topZones(ValidationContext context) {
    return List.of(context.design().getZones());
  }

  private static List<List<? extends NamedElement>> objects(ValidationContext context) {
    return List.of(
        context.groups(),
        context.design().getExternalNetworks(),
        context.design().getServices(),
        context.servers());
  }

  private static List<NamedElement> longer(List<List<? extends NamedElement>> kinds, int most) {
    List<NamedElement> longer = new ArrayList<>();
    for (List<? extends NamedElement> elements : kinds) {
      for (NamedElement element : elements) {
        String name = element.getName();
        if (name != null && name.length() > most && name.strip().length() > most) {
          longer.add(element);
        }
      }
    }
    longer.sort(Comparator.comparingInt(element -> -element.getName().strip().length()));
    return longer;
  }

  private Optional<Finding> of(
      ValidationContext context,
      PlatformLimit limit,
      List<List<? extends NamedElement>> elements,
      String what) {
    List<ElementRef> longer = longer(elements, limit.value()).stream().map(context::ref).toList();
    return longer.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                INFO.id(),
                INFO.severity(),
                longer,
                Words.count(longer.size(), "name")
                    + (longer.size() == 1 ? " is" : " are")
                    + " longer than the "
                    + limit.value()
                    + " characters of "
                    + what
                    + " names of "
                    + limit.platform().title()
                    + ": "
                    + Words.list(longer, NAMED),
                "Choose shorter names, or expect those that the export makes of them"));
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    boolean zones = finding.elements().get(0).type().equals("Zone");
    List<List<? extends NamedElement>> all = zones ? topZones(context) : objects(context);
    Renames renames = new Renames();
    for (List<? extends NamedElement> same : all) {
      if (same.isEmpty()) {
        continue;
      }
      NamedKind kind = NamedKind.of(same.get(0));
      int most = least(context, kind);
      FreeNames names = new FreeNames(same, context.profile().naming().get(kind.key()));
      for (NamedElement element : longer(List.of(same), most)) {
        Optional<String> name = ShortNames.shorter(element.getName(), most, names);
        if (name.isEmpty()) {
          return List.of();
        }
        renames.add(element, name.get());
      }
    }
    return renames.isEmpty() ? List.of() : List.of(renames.toFix(""));
  }

  /** The strictest limit of the names of a kind among the platforms in use. */
  private static int least(ValidationContext context, NamedKind kind) {
    List<PlatformLimit.Quantity> quantities =
        switch (kind) {
          case ZONE -> List.of(PlatformLimit.Quantity.ZONE_NAME);
          case GROUP -> List.of(PlatformLimit.Quantity.NAME, PlatformLimit.Quantity.LABEL);
          default -> List.of(PlatformLimit.Quantity.NAME);
        };
    return PlatformUse.of(context).stream()
        .flatMap(use -> quantities.stream().flatMap(each -> use.limit(each).stream()))
        .mapToInt(PlatformLimit::value)
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
