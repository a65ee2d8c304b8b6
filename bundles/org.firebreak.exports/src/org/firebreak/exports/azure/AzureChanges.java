package org.firebreak.exports.azure;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.changes.ChangeSteps;
import org.firebreak.rulebase.RuleFiles;

/**
 * Writes the steps between two bundles of security groups.
 *
 * <pre>
 * SCOPE/1-leave.json          application security groups that interfaces leave
 * SCOPE/2-prepare/…           templates of what is new, and of what interfaces are about to get
 * SCOPE/3-exchange.json       interfaces that get another network security group
 * SCOPE/4-apply/…             templates of network security groups that change
 * SCOPE/5-join.json           application security groups that interfaces join
 * SCOPE/6-delete.json, .sh    resources that are no more: an incremental deployment leaves them
 * steps.txt, steps.json       what each step adds, changes and removes
 * </pre>
 *
 * All denials of a group stand behind its permits, so each connection is permitted by a single
 * rule. After the first step no interface is in a group in which it is not by both bundles, so each
 * rule permits no more than in the bundle from which it is, and a group's rules are exchanged at
 * once. No interface is ever without a network security group, since the built-in rules permit the
 * whole network.
 */
final class AzureChanges implements ChangeWriter {
  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    Map<String, StoredScope> before = StoredScope.read(from, progress);
    Map<String, StoredScope> after = StoredScope.read(to, progress);
    ChangeSteps steps =
        new ChangeSteps(
            "Templates are deployed by az deployment group create in the mode Incremental, lists"
                + " are carried out at network interfaces.");
    TreeSet<String> scopes = new TreeSet<>(before.keySet());
    scopes.addAll(after.keySet());
    for (String scope : scopes) {
      progress.check();
      new ScopeChange(
              scope,
              before.getOrDefault(scope, new StoredScope()),
              after.getOrDefault(scope, new StoredScope()),
              steps,
              sink)
          .write();
    }
    steps.write(sink);
  }
}
