package org.firebreak.ui.findings;

import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.rules.ValidationRules;

/**
 * A finding with what a list of findings says of it.
 *
 * @param finding what was found
 * @param acceptance that it is accepted; {@code null} if it is open
 * @param zone where its first element is, for a flow from where to where; empty if nowhere
 * @param tenant whose it is; empty if shared
 */
public record Problem(Finding finding, Acceptance acceptance, String zone, String tenant) {
  private static final int NAMED = 3;
  private static final Map<String, String> TITLES =
      ValidationRules.all().stream()
          .map(ValidationRule::info)
          .collect(Collectors.toMap(RuleInfo::id, info -> info.id() + " " + info.title()));

  public FindingSeverity severity() {
    return finding.severity();
  }

  public boolean isAccepted() {
    return acceptance != null;
  }

  /** Names of the first elements. */
  public String elements() {
    String names =
        finding.elements().stream()
            .limit(NAMED)
            .map(ElementRef::name)
            .collect(Collectors.joining(", "));
    int more = finding.elements().size() - NAMED;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  /** {@code FB-104 Flow with any port}. */
  public String ruleTitle() {
    return ruleTitle(finding.rule());
  }

  /** {@code FB-104 Flow with any port}; the identifier alone if there is no such rule any more. */
  public static String ruleTitle(String rule) {
    return TITLES.getOrDefault(rule, rule);
  }
}
