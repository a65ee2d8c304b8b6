package org.firebreak.exports.aci;

import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.exports.RuleDescriptions;

/** Contracts as objects of the fabric. */
final class ContractObjects {
  private static final int DESCRIPTION = 1000;
  private static final int ELEMENTS = 10;

  private final RuleDescriptions descriptions;
  private final FilterObjects filters;
  private final String graph;

  ContractObjects(RuleDescriptions descriptions, FilterObjects filters, String graph) {
    this.descriptions = descriptions;
    this.filters = filters;
    this.graph = graph;
  }

  Mo object(Contract contract) {
    List<ElementRef> origins = contract.rule().origins();
    Mo object =
        Mo.owned("vzBrCP", "name", contract.name(), "scope", "context")
            .called(
                origins.isEmpty() ? "everything else" : origins.get(0).name(),
                descriptions.of(contract.rule(), DESCRIPTION))
            .note("firebreak-rule", contract.rule().id());
    for (int i = 0; i < Math.min(ELEMENTS, origins.size()); i++) {
      object.note("firebreak-element-" + (i + 1), origins.get(i).id());
    }
    ServiceParts services = contract.services();
    if (!services.twoWay().isEmpty()) {
      Mo subject = Mo.owned("vzSubj", "name", "services", "revFltPorts", "yes");
      subject.add(filter("vzRsSubjFiltAtt", services.twoWay(), contract));
      object.add(redirect(subject, contract));
    }
    if (!services.forward().isEmpty()) {
      Mo subject = Mo.owned("vzSubj", "name", "one-way", "revFltPorts", "no");
      subject.add(Mo.of("vzInTerm").add(filter("vzRsFiltAtt", services.forward(), contract)));
      if (!services.backward().isEmpty()) {
        subject.add(Mo.of("vzOutTerm").add(filter("vzRsFiltAtt", services.backward(), contract)));
      }
      object.add(subject);
    }
    return object;
  }

  private Mo filter(String type, List<Entry> entries, Contract contract) {
    Mo relation =
        Mo.owned(
            type,
            "tnVzFilterName",
            filters.name(entries),
            "action",
            contract.denies() ? "deny" : "permit",
            "directives",
            contract.log() ? "log" : "none");
    return contract.denies() ? relation.with("priorityOverride", contract.level()) : relation;
  }

  private Mo redirect(Mo subject, Contract contract) {
    return contract.redirected()
        ? subject.add(Mo.owned("vzRsSubjGraphAtt", "tnVnsAbsGraphName", graph))
        : subject;
  }
}
