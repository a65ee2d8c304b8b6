package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.model.Encryption;
import org.firebreak.model.Service;
import org.firebreak.model.library.WellKnownService;

/** Mends of a clear-text service of a flow, which the finding names second. */
final class ClearTextFixes {
  private ClearTextFixes() {}

  /**
   * The encrypted twin, the statement that the service is encrypted here, and doing without.
   *
   * @param named what the service is in the library; {@code null} if it is no clear text
   */
  static List<Fix> of(
      FlowFixes fixes, Finding finding, ServiceBook book, Function<PolicyService, String> named) {
    List<Fix> all = new ArrayList<>();
    String id = finding.elements().get(1).id();
    for (PolicyService service : fixes.flow().policy().services()) {
      String name = named.apply(service);
      if (name != null && service.ref().id().equals(id)) {
        List<Fix> twin = twin(fixes, service, name, book);
        List<Fix> without = fixes.without(service::equals);
        all.addAll(twin);
        all.add(encrypted(service, fixes));
        // Where the twin is permitted already, doing without is the same.
        without.stream()
            .filter(fix -> twin.stream().noneMatch(each -> each.label().equals(fix.label())))
            .forEach(all::add);
        break;
      }
    }
    return all;
  }

  private static List<Fix> twin(
      FlowFixes fixes, PolicyService service, String name, ServiceBook book) {
    Optional<WellKnownService> twin = EncryptedTwins.of(name);
    if (twin.isEmpty() || fixes.isNewSession(twin.get(), book)) {
      return List.of();
    }
    return fixes.replace(
        service,
        EncryptedTwins.ports(name, service.match().protocol()),
        EncryptedTwins.match(twin.get()),
        twin.get().name());
  }

  private static Fix encrypted(PolicyService service, FlowFixes fixes) {
    String id = service.ref().id();
    return new Fix(
        "State that " + service.ref().name() + " is encrypted here, in every flow",
        false,
        elements -> {
          fixes.element(elements);
          Service element = elements.get(Service.class, id);
          if (element.getEncryption() == Encryption.ENCRYPTED) {
            throw new OutdatedFixException(element.getName() + " is encrypted already");
          }
          element.setEncryption(Encryption.ENCRYPTED);
        });
  }
}
