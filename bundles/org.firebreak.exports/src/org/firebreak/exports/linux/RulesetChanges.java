package org.firebreak.exports.linux;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.linux.ChangeStep.Action;
import org.firebreak.rulebase.RuleFiles;

/**
 * The change set of a packet filter whose rulesets are replaced as a whole.
 *
 * <pre>
 * steps.csv          what to do where, in order: for machines
 * steps.txt          the same for people
 * central/… hosts/…  rulesets that are new or differ
 * members/…          commands that change the members of sets, or single rules, and nothing else
 * remove…            a ruleset without rules, for machines that have none any more
 * </pre>
 *
 * Hosts come first, since a central firewall leaves traffic to them; where rules go from hosts to
 * the central firewall, those of the hosts are taken away last.
 */
public final class RulesetChanges implements ChangeWriter {
  private final RulesetForm form;

  public RulesetChanges(RulesetForm form) {
    this.form = form;
  }

  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    Run run = new Run(from, to, sink);
    run.hosts(progress);
    run.centrals(progress);
    if (run.steps.stream().anyMatch(step -> step.action() == Action.REMOVE)) {
      String removal = form.writeRemoval(sink);
      run.steps.replaceAll(step -> step.action() == Action.REMOVE ? step.with(removal) : step);
    }
    if (!run.steps.isEmpty()) {
      ChangeStep.write(run.steps, form.texts(), sink);
    }
  }

  /** What becomes of a ruleset; no file if it stays as it is. */
  private record Outcome(Action action, String file, String members) {
    static final Outcome NONE = new Outcome(null, null, null);
  }

  private final class Run {
    final List<ChangeStep> steps = new ArrayList<>();
    private final RuleFiles from;
    private final RuleFiles to;
    private final ExportSink sink;
    private final Set<String> written = new HashSet<>();
    private final Map<String, Outcome> known = new TreeMap<>();
    private final List<ChangeStep> removals = new ArrayList<>();

    Run(RuleFiles from, RuleFiles to, ExportSink sink) {
      this.from = from;
      this.to = to;
      this.sink = sink;
    }

    void hosts(Progress progress) throws IOException {
      Map<String, HostTable.Host> older = HostTable.read(from);
      Map<String, HostTable.Host> newer = HostTable.read(to);
      for (Map.Entry<String, HostTable.Host> host : newer.entrySet()) {
        progress.check();
        HostTable.Host was = older.get(host.getKey());
        String ruleset = host.getValue().ruleset();
        Outcome outcome = outcome(was == null ? null : was.ruleset(), ruleset);
        add(outcome, host.getKey(), host.getValue().cells());
      }
      for (Map.Entry<String, HostTable.Host> host : older.entrySet()) {
        if (!newer.containsKey(host.getKey())) {
          removals.add(
              new ChangeStep(Action.REMOVE, "", "", host.getKey(), host.getValue().cells()));
        }
      }
    }

    void centrals(Progress progress) throws IOException {
      Set<String> older = centrals(from);
      Set<String> newer = centrals(to);
      for (String ruleset : newer) {
        progress.check();
        add(outcome(older.contains(ruleset) ? ruleset : null, ruleset), "", central(ruleset));
      }
      for (String ruleset : older) {
        if (!newer.contains(ruleset)) {
          removals.add(new ChangeStep(Action.REMOVE, "", "", "", central(ruleset)));
        }
      }
      steps.addAll(removals);
    }

    private Set<String> centrals(RuleFiles files) {
      Set<String> rulesets = new TreeSet<>();
      for (String path : files.paths()) {
        form.ruleset(path).filter(each -> each.startsWith("central/")).ifPresent(rulesets::add);
      }
      return rulesets;
    }

    private static String[] central(String ruleset) {
      return new String[] {ruleset, "", ""};
    }

    private void add(Outcome outcome, String serverId, String[] cells) {
      if (outcome.action() != null) {
        steps.add(
            new ChangeStep(outcome.action(), outcome.file(), outcome.members(), serverId, cells));
      }
    }

    private Outcome outcome(String older, String newer) throws IOException {
      String key = older + "\n" + newer;
      Outcome outcome = known.get(key);
      if (outcome == null) {
        outcome = compare(older, newer);
        known.put(key, outcome);
      }
      return outcome;
    }

    private Outcome compare(String older, String newer) throws IOException {
      String members = "";
      if (older != null) {
        byte[] before = content(from, older);
        byte[] after = content(to, newer);
        // Most are the same to the byte but for their heads, which is cheap to see.
        if (ByteBuffer.wrap(before)
            .position(head(before))
            .equals(ByteBuffer.wrap(after).position(head(after)))) {
          return Outcome.NONE;
        }
        List<String> was = lines(before);
        List<String> is = lines(after);
        if (was.equals(is)) {
          return Outcome.NONE;
        }
        Optional<String> commands = form.members(was, is);
        if (commands.isPresent()) {
          members =
              "members/" + form.members(newer, older.equals(newer) ? "" : ".from." + name(older));
          try (ExportFile file = sink.open(members, "Changes only what differs")) {
            file.write(commands.get());
          }
        }
      }
      if (written.add(newer)) {
        for (String path : form.files(newer)) {
          copy(path);
        }
      }
      return new Outcome(members.isEmpty() ? Action.LOAD : Action.MEMBERS, newer, members);
    }

    private void copy(String path) throws IOException {
      try (InputStream in = to.open(path);
          ExportFile out = sink.open(path, "Ruleset that shall be in force")) {
        out.write(in.readAllBytes());
      }
    }

    private byte[] content(RuleFiles files, String ruleset) throws IOException {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      for (String path : form.files(ruleset)) {
        try (InputStream in = files.open(path)) {
          in.transferTo(content);
        }
      }
      return content.toByteArray();
    }
  }

  /** Length of the remarks at the beginning. */
  private static int head(byte[] content) {
    int at = 0;
    while (at < content.length && content[at] == '#') {
      while (at < content.length && content[at] != '\n') {
        at++;
      }
      at = Math.min(at + 1, content.length);
    }
    return at;
  }

  private static List<String> lines(byte[] content) {
    return new String(content, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  private static String name(String ruleset) {
    return ruleset.substring(ruleset.lastIndexOf('/') + 1);
  }
}
