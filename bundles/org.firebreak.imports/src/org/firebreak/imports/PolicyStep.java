package org.firebreak.imports;

import java.util.List;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.merge.MergeLog;
import org.firebreak.imports.merge.RuleMeaning;
import org.firebreak.imports.policy.KnownHosts;
import org.firebreak.imports.policy.PolicyBase;
import org.firebreak.imports.policy.PolicyFacts;
import org.firebreak.imports.policy.PolicyOptions;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ImportSettings;
import org.firebreak.imports.spi.RuleFact;
import org.firebreak.imports.spi.ServerFact;
import org.firebreak.model.Design;

/** The rule base of a request, read and ready to be merged. */
record PolicyStep(String name, List<RuleFact> facts, RuleMeaning meaning) {

  /** Reads the rule base; {@code null} if there is none. */
  static PolicyStep of(
      ImportRequest request,
      Design design,
      List<ServerFact> inventory,
      MergeLog log,
      Progress progress)
      throws ImportException {
    if (request.policy().isEmpty()) {
      return null;
    }
    ImportSettings settings = ImportSettings.of(PolicyOptions.ALL, request.options());
    KnownHosts hosts = KnownHosts.of(design, inventory);
    PolicyBase base =
        PolicyBase.read(
            request.policy(), request.policyFormat(), request.limits(), hosts, progress);
    List<RuleFact> facts =
        PolicyFacts.of(base, hosts, settings.get(PolicyOptions.HOST.key()), sink(log), progress);
    if (base.rules().filters().isEmpty()) {
      log.note(Severity.WARNING, Place.of(base.name()), "holds no packet filter");
    }
    return new PolicyStep(
        base.name(),
        facts,
        new RuleMeaning(
            PolicyFacts.speaksOf(base, false),
            PolicyFacts.speaksOf(base, true),
            settings.get(PolicyOptions.ADDRESSES.key()).equals("servers"),
            hosts.standIns()));
  }

  private static PolicyFacts.Log sink(MergeLog log) {
    return new PolicyFacts.Log() {
      @Override
      public void reject(Place place, String reason) {
        log.reject(place, reason);
      }

      @Override
      public void note(Severity severity, Place place, String message) {
        log.note(severity, place, message);
      }
    };
  }
}
