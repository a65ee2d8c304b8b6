package org.firebreak.core.validation;

/** What kind of defect a rule looks for. */
public enum RuleCategory {
  COMPLETENESS("Complete and consistent"),
  BREADTH("Overly broad"),
  RISK("Risky"),
  REDUNDANCY("Redundant"),
  SEGMENTATION("Segmentation"),
  GOVERNANCE("Governance"),
  IDENTITY("Identity"),
  THROUGHPUT("Throughput"),
  PLATFORM("Platform");

  private final String title;

  RuleCategory(String title) {
    this.title = title;
  }

  /** Heading for people. */
  public String title() {
    return title;
  }
}
