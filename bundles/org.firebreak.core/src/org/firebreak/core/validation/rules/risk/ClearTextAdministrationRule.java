package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.Encryption;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/** Flows that permit administration in clear text. */
public final class ClearTextAdministrationRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-201",
          RuleCategory.RISK,
          "Clear-text administration",
          FindingSeverity.WARNING,
          "Telnet, FTP, VNC, the r-services and their like send passwords and sessions unencrypted:"
              + " an intruder on any server on the way reads them and is an administrator next. A"
              + " service counts if the design says that it is administration in clear text; if it"
              + " does not say, the service library decides by the ports. A service that the design"
              + " says is encrypted never counts.",
          "Flow jump → switches permits telnet (tcp/23). Use ssh (tcp/22).");

  private static final String ADMINISTRATION = "administration";

  /** Not administration by category, but with a password in the clear or none at all. */
  private static final Set<String> LIKEWISE = Set.of("ftp", "tftp");

  private static final int DISPLAYS = 10;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    int limit = context.profile().limit(Threshold.MAX_PORT_RANGE);
    Map<String, String> known = new HashMap<>();
    for (Service service : context.design().getServices()) {
      clearText(service, limit).ifPresent(name -> known.put(context.ref(service).id(), name));
    }
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      for (PolicyService service : flow.policy().services()) {
        String name = known.get(service.ref().id());
        if (name != null) {
          findings.add(of(flow, service.ref(), service.match(), name));
        }
      }
    }
    return findings;
  }

  private Finding of(ActiveFlow flow, ElementRef service, ServiceMatch match, String name) {
    return finding(
        "Flow " + flow.name() + " permits " + name + " (" + match + ") in clear text",
        "Use an encrypted protocol such as ssh, sftp or https; if it is encrypted, say so at the"
            + " service",
        flow.ref(),
        service);
  }

  /** What the service is called if it is administration in clear text. */
  private static Optional<String> clearText(Service service, int limit) {
    boolean told = service.getCategory() != null && !service.getCategory().isBlank();
    if (service.getEncryption() == Encryption.ENCRYPTED) {
      return Optional.empty();
    }
    if (service.getEncryption() == Encryption.CLEAR_TEXT
        && told
        && service.getCategory().strip().equalsIgnoreCase(ADMINISTRATION)) {
      return Optional.of(String.valueOf(service.getName()));
    }
    try {
      return byPorts(service, ServiceMatch.of(service), limit);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // an invalid service covers nothing; another rule reports it
    }
  }

  /** Wider services are reported for their width; which of the ports is meant is unknown. */
  private static Optional<String> byPorts(Service service, ServiceMatch match, int limit) {
    boolean hasPorts =
        match.protocol() != Protocol.ANY
            && IpProtocols.hasPorts(IpProtocols.number(match.protocol()));
    if (!hasPorts || match.ports().size() > limit) {
      return Optional.empty();
    }
    for (PortRange range : match.ports().ranges()) {
      for (int port = range.first(); port <= range.last(); port++) {
        List<WellKnownService> meanings = meanings(service, port);
        if (!meanings.isEmpty()
            && meanings.stream().allMatch(ClearTextAdministrationRule::isClearTextAdministration)) {
          return Optional.of(meanings.get(0).name());
        }
      }
    }
    return Optional.empty();
  }

  /** What a port may mean: the service of the library that the design names, else the closest. */
  private static List<WellKnownService> meanings(Service service, int port) {
    List<WellKnownService> known = ServiceLibrary.wellKnown().byPort(service.getProtocol(), port);
    String name = String.valueOf(service.getName()).strip().toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(candidate -> candidate.name().equals(name) || candidate.aliases().contains(name))
        .findFirst()
        .map(List::of)
        .orElse(
            known.stream()
                .filter(candidate -> candidate.ports().equals(known.get(0).ports()))
                .filter(candidate -> isNearTheStart(candidate, port))
                .toList());
  }

  /** Displays of VNC and X11 are counted from 0; far up a range the port is used by chance. */
  private static boolean isNearTheStart(WellKnownService service, int port) {
    return PortSet.parse(service.ports()).ranges().stream()
        .anyMatch(range -> range.contains(port) && port < range.first() + DISPLAYS);
  }

  private static boolean isClearTextAdministration(WellKnownService service) {
    return service.encryption() == Encryption.CLEAR_TEXT
        && (service.category().equals(ADMINISTRATION) || LIKEWISE.contains(service.name()));
  }
}
