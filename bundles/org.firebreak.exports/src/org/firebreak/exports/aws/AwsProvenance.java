package org.firebreak.exports.aws;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.cloud.JsonFile;

/** Which rules of the policy a file holds. */
final class AwsProvenance {
  private AwsProvenance() {}

  /** Records each rule of the policy once, under the name of the group that holds it. */
  static void record(
      AwsPlan plan,
      Collection<GroupRule> rules,
      Function<String, SecurityGroup> groupOf,
      JsonFile file) {
    Set<String> names = new HashSet<>();
    rules.forEach(
        rule ->
            rule.rules()
                .forEach(id -> names.add(groupOf.apply(rule.logicalId()).name() + " " + id)));
    for (RuleSet set : plan.sets()) {
      for (Rule rule : plan.rules().getOrDefault(set.id(), java.util.Map.of()).values()) {
        for (SecurityGroup group : plan.classes().get(set.id())) {
          if (names.contains(group.name() + " " + rule.id())) {
            file.provenance(rule, group.name() + " " + rule.id());
          }
        }
      }
    }
  }
}
