package org.firebreak.core.validation.rules.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.FreeNames;
import org.firebreak.core.validation.facts.NamePattern;
import org.firebreak.core.validation.facts.NamedKind;
import org.firebreak.core.validation.facts.Renames;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.NamedElement;

/** Names that do not follow the convention of the profile. */
public final class NamingRule implements ValidationRule {
  private static final int NAMED = 4;

  private static final List<UnaryOperator<String>> CASES =
      List.of(
          UnaryOperator.identity(),
          name -> name.toLowerCase(Locale.ROOT),
          name -> name.toUpperCase(Locale.ROOT));

  private static final List<UnaryOperator<String>> SEPARATORS =
      List.of(
          UnaryOperator.identity(),
          name -> name.replaceAll("[^\\p{L}\\p{N}]+", "-"),
          name -> name.replaceAll("[^\\p{L}\\p{N}]+", "_"),
          name -> name.replaceAll("[^\\p{L}\\p{N}]+", ""));

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-508",
          RuleCategory.GOVERNANCE,
          "Name against the convention",
          FindingSeverity.INFO,
          "Names by one convention tell site, tenant and role in every log line and every rule, and"
              + " scripts rely on them. The profile gives a pattern for the whole names of zones,"
              + " groups, servers, services or external networks; without a pattern nothing is"
              + " found. The servers of a group are one finding.",
          "By the convention [a-z]+[0-9]{2} the server Web1 should be called web01.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    if (context.profile().naming().isEmpty()) {
      return findings;
    }
    for (NamedKind kind : NamedKind.values()) {
      Pattern pattern = context.profile().naming().get(kind.key());
      if (pattern != null) {
        offenders(context, kind, pattern)
            .forEach(same -> findings.add(of(context, kind, pattern, same)));
      }
    }
    return findings;
  }

  /** Elements against the convention: the servers of one place together, all others alone. */
  private static List<List<NamedElement>> offenders(
      ValidationContext context, NamedKind kind, Pattern pattern) {
    Map<EObject, List<NamedElement>> offenders = new LinkedHashMap<>();
    for (NamedElement element : elements(context, kind)) {
      if (FlowBatch.isSet(element.getName()) && !NamePattern.matches(pattern, element.getName())) {
        offenders
            .computeIfAbsent(
                kind == NamedKind.SERVER ? element.eContainer() : element,
                place -> new ArrayList<>(1))
            .add(element);
      }
    }
    return List.copyOf(offenders.values());
  }

  private static List<? extends NamedElement> elements(ValidationContext context, NamedKind kind) {
    return switch (kind) {
      case ZONE -> context.zones();
      case GROUP -> context.groups();
      case SERVER -> context.servers();
      case SERVICE -> context.design().getServices();
      case EXTERNAL_NETWORK -> context.design().getExternalNetworks();
    };
  }

  private Finding of(
      ValidationContext context, NamedKind kind, Pattern pattern, List<NamedElement> same) {
    List<ElementRef> elements = same.stream().map(context::ref).toList();
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements,
        (same.size() == 1
                ? "The name of " + kind.noun() + " " + elements.get(0).name() + " does"
                : "The names of " + same.size() + " " + kind.noun() + "s do")
            + " not follow the convention "
            + pattern
            + (same.size() == 1 ? "" : ": " + Words.list(elements, NAMED)),
        "Rename by the convention, or change the convention in the profile");
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    for (NamedKind kind : NamedKind.values()) {
      Pattern pattern = context.profile().naming().get(kind.key());
      if (pattern == null) {
        continue;
      }
      for (List<NamedElement> same : offenders(context, kind, pattern)) {
        if (same.get(0).getId().equals(finding.elements().get(0).id())) {
          return renames(new FreeNames(elements(context, kind), pattern), same);
        }
      }
    }
    return List.of();
  }

  /** Only if another case or other separators make every one of the names right. */
  private static List<Fix> renames(FreeNames names, List<NamedElement> elements) {
    Renames renames = new Renames();
    for (NamedElement element : elements) {
      Optional<String> name = conventional(names, element.getName());
      if (name.isEmpty()) {
        return List.of();
      }
      renames.add(element, name.get());
    }
    return List.of(renames.toFix(""));
  }

  private static Optional<String> conventional(FreeNames names, String name) {
    for (UnaryOperator<String> separator : SEPARATORS) {
      for (UnaryOperator<String> letters : CASES) {
        String candidate = letters.apply(separator.apply(name.strip()));
        boolean sameButForCase = FreeNames.key(candidate).equals(FreeNames.key(name));
        if (sameButForCase ? names.follows(candidate) : names.take(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }
}
