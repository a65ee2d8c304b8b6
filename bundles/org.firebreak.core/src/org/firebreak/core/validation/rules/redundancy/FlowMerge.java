package org.firebreak.core.validation.rules.redundancy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.ecore.EAttribute;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.facts.ExpectedFlow;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.FirebreakPackage;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;

/**
 * Makes one flow of two that permit the same. The earliest approved one stays, at the place of the
 * earlier, whose inspection and logging decided. Owners, tickets, justifications and descriptions
 * are joined; the flow lasts as long as the one that lasts longer, and is reviewed at the sooner of
 * the two dates; what else only one of them says is kept.
 */
final class FlowMerge {
  private static final Set<EAttribute> JOINED =
      Set.of(
          FirebreakPackage.Literals.FLOW__OWNER,
          FirebreakPackage.Literals.FLOW__TICKET,
          FirebreakPackage.Literals.FLOW__JUSTIFICATION,
          FirebreakPackage.Literals.NAMED_ELEMENT__DESCRIPTION);

  private static final Set<EAttribute> DECIDED =
      Set.of(
          FirebreakPackage.Literals.ELEMENT__ID,
          FirebreakPackage.Literals.FLOW__STATE,
          FirebreakPackage.Literals.FLOW__INSPECTION,
          FirebreakPackage.Literals.FLOW__LOG,
          FirebreakPackage.Literals.FLOW__PROPOSED_ON,
          FirebreakPackage.Literals.FLOW__REVIEW_ON,
          FirebreakPackage.Literals.FLOW__EXPIRES_ON);

  private final Flow earlier;
  private final Flow later;
  private final Flow kept;
  private final Flow gone;

  private FlowMerge(Flow earlier, Flow later) {
    this.earlier = earlier;
    this.later = later;
    boolean laterStays =
        earlier.getState() != FlowState.APPROVED && later.getState() == FlowState.APPROVED;
    kept = laterStays ? later : earlier;
    gone = laterStays ? earlier : later;
  }

  /**
   * @param earlier the one that has precedence
   */
  static Fix fix(ActiveFlow earlier, ActiveFlow later) {
    ExpectedFlow first = ExpectedFlow.of(earlier);
    ExpectedFlow second = ExpectedFlow.of(later);
    return new Fix(
        "Merge with " + earlier.name(),
        new FlowMerge(earlier.element(), later.element()).losesNothing(),
        elements -> new FlowMerge(first.in(elements), second.in(elements)).run(elements.design()));
  }

  private boolean losesNothing() {
    return kept == earlier
        && kept.getState() == gone.getState()
        && kept.getInspection() == gone.getInspection()
        && kept.isLog() == gone.isLog()
        && kept.getSource() == gone.getSource()
        && kept.getDestination() == gone.getDestination()
        && new HashSet<>(kept.getServices()).containsAll(gone.getServices())
        && kept.eClass().getEAllAttributes().stream().noneMatch(this::contradicts);
  }

  private boolean contradicts(EAttribute attribute) {
    return !JOINED.contains(attribute)
        && !DECIDED.contains(attribute)
        && kept.eIsSet(attribute)
        && gone.eIsSet(attribute)
        && !Objects.equals(kept.eGet(attribute), gone.eGet(attribute));
  }

  private void run(Design design) {
    for (EAttribute attribute : kept.eClass().getEAllAttributes()) {
      if (JOINED.contains(attribute)) {
        join(attribute);
      } else if (!DECIDED.contains(attribute)
          && !kept.eIsSet(attribute)
          && gone.eIsSet(attribute)) {
        kept.eSet(attribute, gone.eGet(attribute));
      }
    }
    kept.setInspection(earlier.getInspection());
    kept.setLog(earlier.isLog());
    kept.setProposedOn(sooner(earlier.getProposedOn(), later.getProposedOn()));
    kept.setReviewOn(sooner(earlier.getReviewOn(), later.getReviewOn()));
    kept.setExpiresOn(
        kept.getExpiresOn() == null || gone.getExpiresOn() == null
            ? null
            : kept.getExpiresOn().isBefore(gone.getExpiresOn())
                ? gone.getExpiresOn()
                : kept.getExpiresOn());
    int place = design.getFlows().indexOf(earlier);
    design.getDiagrams().forEach(this::follow);
    if (kept == later) {
      design.getFlows().move(place, kept);
    }
    design.getFlows().remove(gone);
  }

  private void join(EAttribute attribute) {
    String own = (String) kept.eGet(attribute);
    String other = (String) gone.eGet(attribute);
    if (other == null || other.isBlank()) {
      return;
    }
    boolean list =
        attribute == FirebreakPackage.Literals.FLOW__OWNER
            || attribute == FirebreakPackage.Literals.FLOW__TICKET;
    String separator = list ? ", " : "; ";
    if (own == null || own.isBlank()) {
      kept.eSet(attribute, other);
    } else if (!List.of(own.split(separator)).contains(other)) {
      kept.eSet(attribute, own + separator + other);
    }
  }

  private static LocalDate sooner(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** Lines of the flow that goes become lines of the one that stays, unless it has its own. */
  private void follow(Diagram diagram) {
    boolean drawn =
        diagram.getConnections().stream().anyMatch(connection -> connection.getFlow() == kept);
    for (DiagramConnection connection : List.copyOf(diagram.getConnections())) {
      if (connection.getFlow() == gone) {
        if (drawn) {
          diagram.getConnections().remove(connection);
        } else {
          connection.setFlow(kept);
          drawn = true;
        }
      }
    }
    diagram.getNodes().removeIf(node -> node.getElement() == gone);
  }
}
