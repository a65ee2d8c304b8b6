package org.firebreak.exports.aws;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.changes.ChangeSteps;
import org.firebreak.rulebase.RuleFiles;

/**
 * Writes the steps between two bundles of security groups, in the form in which they are applied:
 * templates or modules, and lists of groups of instances.
 *
 * <pre>
 * SCOPE/1-remove/…          templates and modules without rules that must go first
 * SCOPE/2-detach.json       instances that lose groups, with those that are left to them
 * SCOPE/3-apply/…           templates and modules with all that is new, and without old rules
 * SCOPE/4-attach.json       instances that get groups, with all that they have then
 * SCOPE/5-clean/…           templates without groups that other stacks referred to until now
 * steps.txt, steps.json     what each step adds, changes and removes
 * </pre>
 *
 * Security groups only permit, and every connection is permitted by a single rule. After the second
 * step no instance is a member of a group of which it is no member in both bundles; so an old rule
 * permits no more than it did in the older bundle, and a new one no more than it does in the newer,
 * in whatever order the platform deletes and creates them. An exception are rules that refer to
 * prefix lists whose entries change: the old ones of these go first. An instance that changes its
 * class is closed between the second and the fourth step.
 */
final class AwsChanges implements ChangeWriter {
  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    Map<String, StoredAccount> before = StoredAccount.read(from, progress);
    Map<String, StoredAccount> after = StoredAccount.read(to, progress);
    ChangeSteps steps =
        new ChangeSteps(
            "Each stack of CloudFormation and each state of Terraform is known by the name of its"
                + " file. What takes several files is done file by file, groups and prefixes"
                + " first.");
    TreeSet<String> scopes = new TreeSet<>(before.keySet());
    scopes.addAll(after.keySet());
    for (String scope : scopes) {
      progress.check();
      new AccountChange(
              scope,
              before.getOrDefault(scope, new StoredAccount()),
              after.getOrDefault(scope, new StoredAccount()),
              steps,
              sink)
          .write();
    }
    steps.write(sink);
  }
}
