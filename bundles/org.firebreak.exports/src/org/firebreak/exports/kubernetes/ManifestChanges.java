package org.firebreak.exports.kubernetes;

import java.io.IOException;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.ExportSink;
import org.firebreak.rulebase.RuleFiles;

/**
 * Writes the steps between two bundles of Kubernetes objects.
 *
 * <pre>
 * 1-close.json, .sh or .yaml    pods or hosts that get other labels get some that nothing selects
 * 2-apply.yaml                  new and changed objects
 * 3-delete.yaml                 permits and denials that are no more
 * 4-labels.json, .sh or .yaml   the new labels
 * 5-delete.yaml                 what isolated namespaces that are no more
 * steps.txt, steps.json         what each step adds, changes and removes
 * </pre>
 *
 * Steps without anything to do are left out, and the others numbered without gaps. Each connection
 * is permitted by a single rule of an object. Between the first and the last step nothing carries a
 * label that it does not carry in both bundles, so each rule permits no more than in the bundle
 * from which it is, whatever the order of the objects. Permits go before new labels come, for an
 * old permit knows nothing of who carries a label now; what isolates goes last, for it is all that
 * selects who is between two groups.
 */
public final class ManifestChanges implements ChangeWriter {
  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    StoredCluster before = StoredCluster.read(from, progress);
    StoredCluster after = StoredCluster.read(to, progress);
    if (before.hasHosts() && !after.pods().isEmpty()
        || after.hasHosts() && !before.pods().isEmpty()) {
      throw new ExportException(
          "Servers are pods in one of the bundles and hosts in the other (option endpoints); no"
              + " steps lead from one to the other. Export without the previous bundle, apply the"
              + " new one to the new endpoints and delete the old objects when nothing is behind"
              + " them any more");
    }
    new ClusterChange(before, after, sink).write();
  }
}
