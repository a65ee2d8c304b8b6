package org.firebreak.core.validation;

/**
 * What people are told of a rule.
 *
 * @param id identifier that never changes, for instance {@code FB-301}
 * @param category what kind of defect it looks for
 * @param title what it finds, in a few words
 * @param severity how much a finding usually matters
 * @param rationale why it matters, and what exactly is found
 * @param example a design that is found, and its mend
 */
public record RuleInfo(
    String id,
    RuleCategory category,
    String title,
    FindingSeverity severity,
    String rationale,
    String example) {}
