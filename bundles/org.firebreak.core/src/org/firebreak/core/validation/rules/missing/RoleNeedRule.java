package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Servers without the services that servers of their role and operating system always need. */
public final class RoleNeedRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-017",
          RuleCategory.COMPLETENESS,
          "Service that servers always need is missing",
          FindingSeverity.INFO,
          "Whatever an application does, its servers resolve names, set their clocks, send their"
              + " logs, are monitored and get updates; Windows servers log on at a directory; what"
              + " holds data is backed up. Nobody asks for these flows until the policy is enforced"
              + " and the servers fall silent, so that they are the usual reason for a broad rule"
              + " in the night of the change. The profile says which roles and operating systems"
              + " need what, and how severe its lack is. A group has a flow if one of its members"
              + " has one, or if a flow of any address or of its zone covers it. Groups in external"
              + " zones are not judged, nor groups that provide the service themselves. What fewer"
              + " than a quarter of the groups have is reported once for the design, and not at all"
              + " in a design of fewer than four groups.",
          "Nine groups send udp/123 to the time servers, the group pay does not; its clock drifts"
              + " until Kerberos and certificates fail. Draw pay → ntp udp/123.");

  private static final int NAMED = 4;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    NeedGaps gaps = NeedGaps.of(context);
    List<Finding> findings = new ArrayList<>();
    List<NeedState> forgotten = new ArrayList<>(gaps.unmet());
    forgotten.addAll(gaps.rare());
    if (!forgotten.isEmpty()) {
      findings.add(
          finding(
                  forgotten(gaps),
                  "Draw them from the groups to the servers or networks that provide it, or take"
                      + " the need out of the profile if the design is not meant to speak of it",
                  context.policy().design())
              .withSeverity(severity(forgotten)));
    }
    gaps.gaps().forEach(gap -> findings.add(of(context, gap)));
    return findings;
  }

  private static String forgotten(NeedGaps gaps) {
    String none = gaps.unmet().isEmpty() ? "" : "No group has a flow for " + titles(gaps.unmet());
    String few =
        gaps.rare().isEmpty()
            ? ""
            : "ewer than a quarter of the groups have a flow for " + titles(gaps.rare());
    return none.isEmpty() ? "F" + few : few.isEmpty() ? none : none + "; f" + few;
  }

  private Finding of(ValidationContext context, NeedGaps.Gap gap) {
    List<ElementRef> lacking = gap.lacking().stream().map(PolicyGroup::ref).toList();
    String what = titles(gap.needs());
    String where = gap.provider() == null ? "" : " (" + gap.provider().name() + ")";
    String message =
        lacking.size() == 1
            ? kind(lacking.get(0))
                + lacking.get(0).name()
                + " has no flow for "
                + what
                + where
                + ", though "
                + Words.count(gap.others(), "other group")
                + (gap.others() == 1 ? " has" : " have")
            : lacking.size()
                + " of "
                + (lacking.size() + gap.others())
                + " groups have no flow for "
                + what
                + where
                + ": "
                + Words.list(lacking, NAMED);
    return new Finding(
        INFO.id(),
        severity(gap.needs()),
        elements(context, gap),
        message,
        gap.provider() == null
            ? "Draw the flow to where it is provided"
            : "Draw the flow as others have it");
  }

  private static String kind(ElementRef group) {
    return group.type().equals("Server") ? "Server " : "Group ";
  }

  /** A single group is the one to open; of many, who provides it. */
  private static List<ElementRef> elements(ValidationContext context, NeedGaps.Gap gap) {
    List<ElementRef> elements = new ArrayList<>();
    gap.lacking().forEach(group -> elements.add(group.ref()));
    ElementRef provider = gap.provider();
    if (gap.lacking().size() > 1) {
      elements.add(0, provider == null ? context.policy().design() : provider);
    } else if (provider != null) {
      elements.add(provider);
    }
    return elements;
  }

  private static String titles(List<NeedState> needs) {
    List<String> titles = needs.stream().map(state -> state.need.title()).toList();
    int last = titles.size() - 1;
    return last == 0
        ? titles.get(0)
        : titles.subList(0, last).stream().collect(Collectors.joining(", "))
            + " and "
            + titles.get(last);
  }

  private static FindingSeverity severity(List<NeedState> needs) {
    return needs.stream()
        .map(state -> state.need.severity())
        .min(FindingSeverity::compareTo)
        .orElse(INFO.severity());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return NeedGaps.of(context).gaps().stream()
        .filter(gap -> gap.provider() != null && elements(context, gap).equals(finding.elements()))
        .map(gap -> NeedFixes.of(gap, context))
        .toList();
  }
}
