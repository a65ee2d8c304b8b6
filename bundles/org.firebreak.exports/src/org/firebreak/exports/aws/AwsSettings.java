package org.firebreak.exports.aws;

import java.util.List;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.Limit;
import org.firebreak.exports.OptionValues;

/**
 * What the user chose.
 *
 * @param prefix first part of the names of all groups
 * @param rulesPerGroup quota of rules in a group, for each direction and address family
 * @param groupsPerInterface quota of groups at a network interface
 * @param groupsPerRegion quota of groups of the account in a region
 */
record AwsSettings(
    boolean cloudFormation,
    boolean terraform,
    String prefix,
    int rulesPerGroup,
    int groupsPerInterface,
    Limit groupsPerRegion) {
  /** Groups at an interface times rules in each may be no more, whatever the quotas. */
  private static final int RULES_AT_INTERFACE = 1000;

  private static final String FORMAT = "format";
  private static final String PREFIX = "prefix";
  private static final String RULES = "rules-per-group";
  private static final String GROUPS = "groups-per-interface";
  private static final String IN_REGION = "groups-per-region";

  static final List<ExportOption> OPTIONS =
      List.of(
          ExportOption.choice(
              FORMAT,
              "Format",
              "cloudformation",
              List.of("cloudformation", "terraform", "both"),
              "Which of the two to write; apply only one of them."),
          ExportOption.text(
              PREFIX, "Prefix", "firebreak", 20, "First part of the names of all groups."),
          ExportOption.integer(
              RULES,
              "Rules in a group",
              60,
              10,
              1000,
              "Quota of the account: rules in a security group, for each direction and family."),
          ExportOption.integer(
              GROUPS,
              "Groups at an interface",
              5,
              1,
              16,
              "Quota of the account: security groups at a network interface."),
          ExportOption.integer(
              IN_REGION,
              "Groups in a region",
              2500,
              1,
              100_000,
              "Quota of the account: security groups in a region, all VPCs together. More are"
                  + " refused."));

  /** Rules that a group may hold in each direction and family, for all at an interface to fit. */
  int rulesInGroup() {
    return Math.min(rulesPerGroup, RULES_AT_INTERFACE / groupsPerInterface);
  }

  static AwsSettings of(OptionValues options) {
    String format = options.text(FORMAT);
    return new AwsSettings(
        !format.equals("terraform"),
        !format.equals("cloudformation"),
        AwsText.prefix(options.text(PREFIX)),
        options.integer(RULES),
        options.integer(GROUPS),
        Limit.hard("security groups", options.integer(IN_REGION)));
  }
}
