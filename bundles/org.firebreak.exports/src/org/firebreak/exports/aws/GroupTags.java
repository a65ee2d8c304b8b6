package org.firebreak.exports.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.RuleSet;

/** Tags that say whose a group is and what it stands for. */
final class GroupTags {
  static final String OWNER = "firebreak";
  private static final String NAME = "firebreak:name";

  private GroupTags() {}

  /** Tags of a group of a class of hosts. */
  static Map<String, String> of(RuleSet set) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(OWNER, "managed");
    tags.put("firebreak:rule-set", AwsText.tag(set.id()));
    tags.put(NAME, AwsText.tag(set.name()));
    return tags;
  }

  /** Tags of a group of members of an endpoint. */
  static Map<String, String> members(AddressGroup peer) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(OWNER, "managed");
    tags.put("firebreak:element", AwsText.tag(peer.element().id()));
    tags.put(NAME, AwsText.tag(peer.name()));
    return tags;
  }

  /** Tags of a prefix list. */
  static Map<String, String> of(PrefixList list) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(OWNER, "managed");
    tags.put(NAME, AwsText.tag(list.of()));
    return tags;
  }
}
