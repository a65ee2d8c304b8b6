package org.firebreak.exports.nsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportSink;
import org.firebreak.rulebase.RuleFiles;

/** Writes the calls that turn one export into another. */
final class NsxChanges implements ChangeWriter {
  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    Map<String, SpaceState> before = SpaceState.read(from);
    Map<String, SpaceState> after = SpaceState.read(to);
    TreeSet<String> folders = new TreeSet<>(before.keySet());
    folders.addAll(after.keySet());
    ApiCalls calls = new ApiCalls();
    List<SpaceChange> spaces = new ArrayList<>();
    for (String folder : folders) {
      progress.check();
      SpaceState old = before.getOrDefault(folder, new SpaceState());
      SpaceState wanted = after.getOrDefault(folder, new SpaceState());
      spaces.add(new SpaceChange(folder, old, wanted, sink, calls));
    }
    write(spaces, progress);
    if (!calls.isEmpty()) {
      calls.write(sink);
      NsxExporter.writeScript(sink);
    }
  }

  /** A connection may have an end in one space and the other in another: steps go hand in hand. */
  private static void write(List<SpaceChange> spaces, Progress progress) throws IOException {
    boolean alone = spaces.stream().filter(SpaceChange::hasObjects).count() <= 1;
    for (SpaceChange space : spaces) {
      progress.check();
      space.isolate(alone);
    }
    for (SpaceChange space : spaces) {
      space.narrow();
    }
    List<SpaceChange> inTurn = new ArrayList<>(spaces);
    inTurn.sort(Comparator.comparing(SpaceChange::turn));
    for (SpaceChange space : inTurn) {
      progress.check();
      space.change();
    }
    for (SpaceChange space : spaces) {
      space.remove();
    }
    for (SpaceChange space : spaces) {
      space.release();
    }
  }
}
