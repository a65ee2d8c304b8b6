package org.firebreak.core.validation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.Design;

/** Which findings are accepted on a day. */
final class Acceptances {
  private final Map<String, AcceptedFinding> byFingerprint = new HashMap<>();

  Acceptances(Design design, LocalDate day) {
    for (AcceptedFinding accepted : design.getAcceptedFindings()) {
      LocalDate last = accepted.getExpiresOn();
      if (last == null || !last.isBefore(day)) {
        byFingerprint.put(
            Finding.fingerprint(accepted.getRule(), accepted.getElements()), accepted);
      }
    }
  }

  Optional<Acceptance> of(Finding finding) {
    return Optional.ofNullable(byFingerprint.get(finding.fingerprint()))
        .map(
            accepted ->
                new Acceptance(
                    accepted.getId(),
                    finding,
                    accepted.getReason(),
                    accepted.getAcceptedBy(),
                    accepted.getAcceptedOn(),
                    accepted.getExpiresOn()));
  }
}
