package org.firebreak.exports.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.PolicyServer;

/**
 * A security group.
 *
 * @param name its name in the VPC
 * @param logicalId name of its resource in templates, letters and digits
 * @param tags what it stands for, by key
 * @param members instances at whose interfaces it is
 * @param rules its rules; none for a group that only says who its members are
 */
record SecurityGroup(
    String name,
    String logicalId,
    String description,
    Map<String, String> tags,
    List<PolicyServer> members,
    List<GroupRule> rules) {
  SecurityGroup(
      String name,
      String logicalId,
      String description,
      Map<String, String> tags,
      List<PolicyServer> members) {
    this(name, logicalId, description, tags, members, new ArrayList<>());
  }
}
