package org.firebreak.exports.aws;

import java.util.List;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.OptionValues;

/**
 * What the user chose.
 *
 * @param prefix first part of the names of all groups
 * @param rulesPerGroup quota of rules in a group, for each direction and address family
 * @param groupsPerInterface quota of groups at a network interface
 */
record AwsSettings(
    boolean cloudFormation,
    boolean terraform,
    String prefix,
    int rulesPerGroup,
    int groupsPerInterface) {
  private static final String FORMAT = "format";
  private static final String PREFIX = "prefix";
  private static final String RULES = "rules-per-group";
  private static final String GROUPS = "groups-per-interface";

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
              "Quota of the account: security groups at a network interface."));

  static AwsSettings of(OptionValues options) {
    String format = options.text(FORMAT);
    return new AwsSettings(
        !format.equals("terraform"),
        !format.equals("cloudformation"),
        AwsText.prefix(options.text(PREFIX)),
        options.integer(RULES),
        options.integer(GROUPS));
  }
}
