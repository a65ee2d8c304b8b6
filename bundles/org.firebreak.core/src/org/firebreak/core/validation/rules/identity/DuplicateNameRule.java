package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
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
import org.firebreak.model.Container;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Zone;

/** Elements that people and imports cannot tell apart by name. */
public final class DuplicateNameRule implements ValidationRule {
  private static final int NAMED = 4;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-601",
          RuleCategory.IDENTITY,
          "Duplicate name",
          FindingSeverity.WARNING,
          "Imports, port matrices and operators find servers, groups and zones by name, and whether"
              + " a device distinguishes case depends on the device. A name is therefore given"
              + " once, whatever its case: to one server of a tenant, one group or zone of a zone,"
              + " one external network. Servers of different tenants, and groups of different"
              + " zones, may have the same name.",
          "The zone Shop has a group web and a group Web, and a port matrix speaks of web. Rename"
              + " one of them after what distinguishes it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    check(context, context.design().getExternalNetworks(), findings);
    checkContent(context, context.design(), findings);
    for (Zone zone : context.zones()) {
      checkContent(context, zone, findings);
    }
    ServerTwins twins = context.shared(ServerTwins.class, ServerTwins::of);
    for (List<PolicyServer> same : twins.sameNames()) {
      List<NamedElement> servers = new ArrayList<>();
      for (PolicyServer server : same) {
        if (!twins.isSecond(server)) {
          servers.add(context.servers().get(server.index()));
        }
      }
      add(context, servers, findings);
    }
    return findings;
  }

  private void checkContent(ValidationContext context, Container container, List<Finding> into) {
    check(context, container.getZones(), into);
    check(context, container.getGroups(), into);
  }

  private void check(
      ValidationContext context, List<? extends NamedElement> elements, List<Finding> into) {
    if (elements.size() < 2) {
      return;
    }
    Map<String, List<NamedElement>> byName = new LinkedHashMap<>();
    for (NamedElement element : elements) {
      String key = FreeNames.key(element.getName());
      if (!key.isEmpty()) {
        byName.computeIfAbsent(key, name -> new ArrayList<>(1)).add(element);
      }
    }
    byName.values().forEach(same -> add(context, same, into));
  }

  private void add(ValidationContext context, List<NamedElement> same, List<Finding> into) {
    if (same.size() < 2) {
      return;
    }
    List<ElementRef> refs = same.stream().map(context::ref).toList();
    boolean equal = same.stream().map(NamedElement::getName).distinct().count() == 1;
    String nouns = NamedKind.of(same.get(0)).noun() + "s";
    into.add(
        new Finding(
            INFO.id(),
            INFO.severity(),
            refs,
            equal
                ? same.size()
                    + " "
                    + nouns
                    + where(same.get(0))
                    + " are called "
                    + refs.get(0).name()
                : "The names of the "
                    + nouns
                    + " "
                    + Words.list(refs, NAMED)
                    + where(same.get(0))
                    + " differ at most in case",
            "Give each a name of its own, or delete what was entered twice"));
  }

  private static String where(NamedElement element) {
    return switch (NamedKind.of(element)) {
      case GROUP, ZONE ->
          element.eContainer() instanceof Zone zone ? " of zone " + zone.getName() : "";
      default -> "";
    };
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    Map<String, NamedElement> byId = new LinkedHashMap<>();
    peers(finding.elements().get(0), context).forEach(peer -> byId.put(peer.getId(), peer));
    NamedElement first = byId.get(finding.elements().get(0).id());
    if (first == null) {
      return List.of();
    }
    FreeNames names =
        new FreeNames(byId.values(), context.profile().naming().get(NamedKind.of(first).key()));
    Renames renames = new Renames();
    for (ElementRef ref : finding.elements().subList(1, finding.elements().size())) {
      NamedElement element = byId.get(ref.id());
      if (element == null) {
        return List.of();
      }
      var free = names.numbered(element.getName());
      if (free.isEmpty()) {
        return List.of();
      }
      renames.add(element, free.get());
    }
    return List.of(renames.toFix(""));
  }

  /** Everything among which the name should be given once; for servers, all servers. */
  private static Collection<? extends NamedElement> peers(
      ElementRef ref, ValidationContext context) {
    return switch (ref.type()) {
      case "Server" -> context.servers();
      case "ServerGroup" -> context.groups();
      case "Zone" -> context.zones();
      default -> context.design().getExternalNetworks();
    };
  }
}
