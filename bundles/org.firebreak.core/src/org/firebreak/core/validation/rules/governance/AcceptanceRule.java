package org.firebreak.core.validation.rules.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.NamedElement;

/** Accepted findings that have lapsed. */
public final class AcceptanceRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-509",
          RuleCategory.GOVERNANCE,
          "Lapsed acceptance",
          FindingSeverity.INFO,
          "Who accepts a finding takes a risk for a reason and for a time. After its last day the"
              + " finding is open again until somebody decides anew. An acceptance that speaks of"
              + " elements which are no longer in the design accepts nothing; it only makes an"
              + " auditor ask.",
          "The wide flow of a migration was accepted until March. Retire the flow, or accept it"
              + " anew with a reason that holds today.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<AcceptedFinding> all = context.design().getAcceptedFindings();
    List<Finding> findings = new ArrayList<>();
    if (all.isEmpty()) {
      return findings;
    }
    Map<String, NamedElement> present = present(context);
    List<AcceptedFinding> voids = voids(all, present.keySet());
    if (!voids.isEmpty()) {
      findings.add(ofVoids(voids, context));
    }
    Map<List<String>, List<AcceptedFinding>> expired = new LinkedHashMap<>();
    for (AcceptedFinding accepted : all) {
      if (isExpired(accepted, context) && !isVoid(accepted, present.keySet())) {
        expired.computeIfAbsent(accepted.getElements(), same -> new ArrayList<>(1)).add(accepted);
      }
    }
    expired.forEach(
        (ids, same) ->
            findings.add(expired(ids.stream().map(present::get).map(context::ref).toList(), same)));
    return findings;
  }

  private static List<AcceptedFinding> voids(List<AcceptedFinding> all, Set<String> present) {
    return all.stream().filter(each -> isVoid(each, present)).toList();
  }

  private Finding ofVoids(List<AcceptedFinding> voids, ValidationContext context) {
    List<ElementRef> rules =
        voids.stream().map(each -> new ElementRef("", "", ruleOf(each))).distinct().toList();
    return finding(
        (voids.size() == 1 ? "1 acceptance speaks" : voids.size() + " acceptances speak")
            + " of elements that are no longer in the design: "
            + Words.list(rules, NAMED),
        "Delete what accepts nothing",
        context.ref(context.design()));
  }

  private Finding expired(List<ElementRef> elements, List<AcceptedFinding> same) {
    AcceptedFinding first = same.get(0);
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements,
        "The acceptance of "
            + same.stream()
                .map(AcceptanceRule::ruleOf)
                .distinct()
                .collect(Collectors.joining(" and "))
            + " for "
            + Words.namesOnce(elements, NAMED)
            + " expired on "
            + first.getExpiresOn(),
        "Mend the finding, or accept it anew");
  }

  private static String ruleOf(AcceptedFinding accepted) {
    return Objects.requireNonNullElse(accepted.getRule(), "no rule");
  }

  private static boolean isVoid(AcceptedFinding accepted, Set<String> present) {
    return accepted.getElements().isEmpty() || !present.containsAll(accepted.getElements());
  }

  private static boolean isExpired(AcceptedFinding accepted, ValidationContext context) {
    LocalDate last = accepted.getExpiresOn();
    return last != null && last.isBefore(context.policy().evaluationDate());
  }

  /** The elements that acceptances name and the design still has. */
  private static Map<String, NamedElement> present(ValidationContext context) {
    Set<String> wanted = new HashSet<>();
    context.design().getAcceptedFindings().forEach(each -> wanted.addAll(each.getElements()));
    Map<String, NamedElement> present = new HashMap<>();
    present.put(context.design().getId(), context.design());
    // Walks over the whole design only if something is missing.
    for (List<? extends NamedElement> likely :
        List.of(
            context.design().getFlows(),
            context.design().getServices(),
            context.zones(),
            context.groups(),
            context.design().getExternalNetworks(),
            context.servers())) {
      likely.stream()
          .filter(element -> wanted.contains(element.getId()))
          .forEach(element -> present.put(element.getId(), element));
    }
    if (!present.keySet().containsAll(wanted)) {
      for (TreeIterator<EObject> all = context.design().eAllContents(); all.hasNext(); ) {
        if (all.next() instanceof NamedElement element && wanted.contains(element.getId())) {
          present.put(element.getId(), element);
        }
      }
    }
    return present;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    List<String> elements = finding.elements().stream().map(ElementRef::id).toList();
    Set<String> present = present(context).keySet();
    List<AcceptedFinding> all = context.design().getAcceptedFindings();
    List<AcceptedFinding> voids = voids(all, present);
    // An acceptance of the design itself may have expired too, so the elements do not tell.
    if (!voids.isEmpty() && ofVoids(voids, context).message().equals(finding.message())) {
      List<String> ids = voids.stream().map(AcceptedFinding::getId).toList();
      return List.of(
          new Fix(
              "Delete " + Words.count(ids.size(), "void acceptance"),
              false,
              design -> delete(design, ids)));
    }
    List<String> ids =
        all.stream()
            .filter(each -> isExpired(each, context) && each.getElements().equals(elements))
            .map(AcceptedFinding::getId)
            .toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    LocalDate next = context.policy().evaluationDate().plusDays(MissingReviewRule.DAYS_TO_REVIEW);
    return List.of(
        new Fix("Delete the expired acceptance", false, design -> delete(design, ids)),
        new Fix("Accept until " + next, false, design -> extend(design, ids, next)));
  }

  private static void delete(DesignElements design, List<String> ids) {
    acceptances(design, ids).forEach(EcoreUtil::remove);
  }

  private static void extend(DesignElements design, List<String> ids, LocalDate last) {
    List<AcceptedFinding> expired =
        acceptances(design, ids).stream()
            .filter(each -> each.getExpiresOn() != null && each.getExpiresOn().isBefore(last))
            .toList();
    if (expired.isEmpty()) {
      throw new OutdatedFixException("the acceptance has been extended");
    }
    expired.forEach(accepted -> accepted.setExpiresOn(last));
  }

  private static List<AcceptedFinding> acceptances(DesignElements design, List<String> ids) {
    if (ids.isEmpty()) {
      throw new OutdatedFixException("there is nothing left to change");
    }
    return ids.stream().map(id -> design.get(AcceptedFinding.class, id)).toList();
  }
}
