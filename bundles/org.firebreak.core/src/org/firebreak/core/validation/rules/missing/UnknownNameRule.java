package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.List;
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
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.ServerGroup;

/** Names of a port matrix that the inventory does not know. */
public final class UnknownNameRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-013",
          RuleCategory.COMPLETENESS,
          "Name in a port matrix without inventory",
          FindingSeverity.WARNING,
          "An import met a name at an end of a flow that no server, group, zone or network of the"
              + " design has. It stands as a group without servers outside all zones, and its flows"
              + " permit nothing. Mostly the name is misspelt, or the inventory has it under"
              + " another one; if one is nearly the same, its flows can be led there. Else the"
              + " inventory is incomplete, or the name is a partner's network. A design without any"
              + " server is reported once.",
          "The matrix says 'databse', the inventory 'database'. Lead the flows to database, and"
              + " correct the matrix so that the next import agrees.");

  private static final int NAMED = 4;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    UnknownNames names = UnknownNames.of(context);
    return context.servers().isEmpty() && names.groups().size() > 1
        ? List.of(withoutInventory(context, names))
        : names.groups().stream().map(group -> of(names, group)).toList();
  }

  /** A matrix alone: to say it of each name would say the same many times. */
  private Finding withoutInventory(ValidationContext context, UnknownNames names) {
    List<ElementRef> refs = names.groups().stream().map(ElementRef::of).toList();
    return finding(
        "The design has no servers; the "
            + refs.size()
            + " names of "
            + names.groups().get(0).getOrigin()
            + " stand for groups without servers, and their flows permit nothing: "
            + Words.list(refs, NAMED),
        "Import the inventory into the design, or add the servers",
        context.policy().design());
  }

  private Finding of(UnknownNames names, ServerGroup group) {
    int flows = names.flows(group).size();
    return finding(
        group.getOrigin()
            + " names "
            + ElementRef.of(group).name()
            + ", which the inventory does not have"
            + (flows == 0
                ? ""
                : ", in "
                    + Words.count(flows, "flow")
                    + (flows == 1 ? " that" : ", which")
                    + (flows == 1 ? " permits" : " permit")
                    + " nothing")
            + names
                .similar(group)
                .map(other -> "; did it mean " + other.getName() + "?")
                .orElse(""),
        "Correct the name, add its servers to the inventory, or replace it by an external network",
        ElementRef.of(group));
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    String id = finding.elements().get(0).id();
    UnknownNames names = UnknownNames.of(context);
    List<Fix> fixes = new ArrayList<>();
    for (ServerGroup group : names.groups()) {
      if (group.getId().equals(id)) {
        names
            .similar(group)
            .filter(to -> canLead(context.design(), group, to))
            .ifPresent(to -> fixes.add(lead(group, to)));
        EmptyGroupRemoval.fix(context.design(), group).ifPresent(fixes::add);
      }
    }
    return fixes;
  }

  /** Whether no flow is there yet beside which those of the group would be doubled. */
  private static boolean canLead(Design design, ServerGroup group, Endpoint to) {
    for (Flow flow : design.getFlows()) {
      if (flow.getState() == FlowState.RETIRED
          || flow.getSource() != group && flow.getDestination() != group) {
        continue;
      }
      Endpoint source = flow.getSource() == group ? to : flow.getSource();
      Endpoint destination = flow.getDestination() == group ? to : flow.getDestination();
      boolean there =
          source == destination
              || design.getFlows().stream()
                  .anyMatch(
                      other ->
                          other.getSource() == source && other.getDestination() == destination);
      if (there) {
        return false;
      }
    }
    return true;
  }

  private static Fix lead(ServerGroup group, Endpoint to) {
    String from = group.getId();
    String target = to.getId();
    ElementRef ref = ElementRef.of(to);
    return new Fix(
        "Take " + ElementRef.of(group).name() + " for " + ref.name(),
        false,
        elements -> lead(from, target, elements));
  }

  private static void lead(String from, String target, DesignElements elements) {
    ServerGroup group = elements.get(ServerGroup.class, from);
    Endpoint to = elements.get(Endpoint.class, target);
    if (!group.getServers().isEmpty()) {
      throw new OutdatedFixException("the group has servers now");
    }
    if (!canLead(elements.design(), group, to)) {
      throw new OutdatedFixException("such a flow has been drawn meanwhile");
    }
    for (Flow flow : elements.design().getFlows()) {
      if (flow.getSource() == group) {
        flow.setSource(to);
      }
      if (flow.getDestination() == group) {
        flow.setDestination(to);
      }
    }
    EmptyGroupRemoval.remove(elements.design(), group);
  }
}
