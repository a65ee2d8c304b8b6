package org.firebreak.core.validation.rules.redundancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.EList;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.Encryption;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;

/** Services that cover exactly what an earlier one covers. */
public final class DuplicateServiceRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-306",
          RuleCategory.REDUNDANCY,
          "Service defined twice",
          FindingSeverity.INFO,
          "Two services cover the same protocol and ports, or the same ICMP type and code. Who"
              + " changes one forgets the other, and every platform gets both as objects. Services"
              + " with different applications (App-ID) are two on purpose: layer-7 firewalls tell"
              + " them apart.",
          "The design has postgresql (tcp/5432), and an import brought tcp-5432. Merge them: the"
              + " flows of both then use postgresql.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Map<ServiceMatch, List<Service>> known = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Service service : context.design().getServices()) {
      ServiceMatch match = match(service);
      if (match == null) {
        continue;
      }
      List<Service> kept = known.computeIfAbsent(match, key -> new ArrayList<>());
      kept.stream()
          .filter(first -> sameApplication(first, service))
          .findFirst()
          .ifPresentOrElse(
              first -> findings.add(of(context, service, first, match)), () -> kept.add(service));
    }
    return findings;
  }

  /** What it covers; {@code null} if it is not valid, which another rule reports. */
  private static ServiceMatch match(Service service) {
    try {
      return ServiceMatch.of(service);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean sameApplication(Service one, Service other) {
    return isBlank(one.getApplication())
        || isBlank(other.getApplication())
        || one.getApplication().equals(other.getApplication());
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private Finding of(
      ValidationContext context, Service service, Service first, ServiceMatch match) {
    return finding(
        "Service "
            + context.ref(service).name()
            + " covers "
            + match
            + ", exactly as service "
            + context.ref(first).name()
            + (contradict(service, first)
                ? "; one is said to be encrypted, the other clear text"
                : ""),
        "Merge the two",
        context.ref(service),
        context.ref(first));
  }

  private static boolean contradict(Service one, Service other) {
    return one.getEncryption() != other.getEncryption()
        && one.getEncryption() != Encryption.UNKNOWN
        && other.getEncryption() != Encryption.UNKNOWN;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    String gone = finding.elements().get(0).id();
    String kept = finding.elements().get(1).id();
    return List.of(
        new Fix(
            "Merge with service " + finding.elements().get(1).name(),
            false, // a name goes that somebody gave
            elements -> merge(elements, gone, kept)));
  }

  private static void merge(DesignElements elements, String goneId, String keptId) {
    Service gone = elements.get(Service.class, goneId);
    Service kept = elements.get(Service.class, keptId);
    if (match(gone) == null || !match(gone).equals(match(kept))) {
      throw new OutdatedFixException("the services are no longer the same");
    }
    for (Flow flow : elements.design().getFlows()) {
      replace(flow.getServices(), gone, kept);
    }
    for (Tripwire tripwire : elements.design().getTripwires()) {
      replace(tripwire.getServices(), gone, kept);
    }
    if (isBlank(kept.getApplication())) {
      kept.setApplication(gone.getApplication());
    }
    if (isBlank(kept.getCategory())) {
      kept.setCategory(gone.getCategory());
    }
    if (isBlank(kept.getDescription())) {
      kept.setDescription(gone.getDescription());
    }
    if (kept.getEncryption() == Encryption.UNKNOWN) {
      kept.setEncryption(gone.getEncryption());
    }
    elements.design().getServices().remove(gone);
  }

  private static void replace(EList<Service> services, Service gone, Service kept) {
    int at = services.indexOf(gone);
    if (at >= 0 && services.contains(kept)) {
      services.remove(at);
    } else if (at >= 0) {
      services.set(at, kept);
    }
  }
}
