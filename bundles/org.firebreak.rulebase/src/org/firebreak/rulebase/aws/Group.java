package org.firebreak.rulebase.aws;

import java.util.ArrayList;
import java.util.List;

/**
 * A security group.
 *
 * @param key what rules refer to it by: its id, or the name of its resource
 * @param ruleSet id of the rule set of its tag; {@code null} if it has none
 */
record Group(String key, String name, String ruleSet, List<GroupRule> rules) {
  Group(String key, String name, String ruleSet) {
    this(key, name, ruleSet, new ArrayList<>());
  }
}
