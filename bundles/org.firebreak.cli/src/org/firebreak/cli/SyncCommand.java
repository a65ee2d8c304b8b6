package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.sync.Hook;
import org.firebreak.cli.sync.InventoryWatch;
import org.firebreak.cli.sync.Limit;
import org.firebreak.cli.sync.SyncOutcome;
import org.firebreak.cli.sync.SyncSession;
import org.firebreak.cli.sync.SyncSettings;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.input.InputLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak sync}. */
@Command(
    name = "sync",
    description = {
      "Keeps design and policy bundle in step with an inventory.",
      "",
      "New servers are placed by the labels that groups ask for, by group or name, or by zone; one"
          + " that",
      "no rule places is cut off. The folder of -o holds the design, the bundle with what changes"
          + " since",
      "the last run and its roll-back, and an audit log."
    },
    footer = {
      "Exit code: 1 if servers are cut off newly, rows were rejected, something is permitted that"
          + " the",
      "design denies, or a hook failed; 3 if a threshold stopped the run or a file cannot be read,"
          + " and",
      "then nothing was written; else 0, also if nothing has changed.",
      "",
      "Examples:",
      "  firebreak sync shop.firebreak --inventory vms.csv -o state",
      "  firebreak sync shop.firebreak --inventory vms.csv -o state --apply ./load --apply-now",
      "  firebreak sync shop.firebreak --inventory vms.csv -o state --watch --platform nftables"
    })
final class SyncCommand implements Callable<Integer> {
  private static final long MOST_PAUSE = 600;

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DESIGN", description = "Design file (*.firebreak).")
  private Path design;

  @Mixin private PolicyOptions policy;
  @Mixin private RolloutOptions rollout;

  @Option(
      names = "--inventory",
      required = true,
      paramLabel = "FILE",
      description = "File that lists the servers that there are.")
  private Path inventory;

  @Option(
      names = "--inventory-format",
      paramLabel = "FORMAT",
      description = "Format of the inventory; it is recognised otherwise.")
  private String inventoryFormat;

  @Option(
      names = "--inventory-set",
      paramLabel = "KEY=VALUE",
      description = "Option of the inventory's format; firebreak platforms lists them.")
  private Map<String, String> inventoryOptions = new LinkedHashMap<>();

  @Option(
      names = "--group-pattern",
      paramLabel = "REGEX",
      description =
          "Regular expression whose first capture in a server's name is its group, where the"
              + " inventory states none.")
  private String groupPattern;

  @Option(
      names = "--origin",
      paramLabel = "NAME",
      description =
          "The inventory also speaks for servers that an import of this file brought, and takes"
              + " them away if it does not list them; may be repeated.")
  private Set<String> origins = new LinkedHashSet<>();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FOLDER",
      description = "Where the state is kept: a new or empty folder, or that of earlier runs.")
  private Path output;

  @Option(
      names = "--previous",
      paramLabel = "BUNDLE",
      description = "At the first run, the bundle in force (default: none, everything is new).")
  private Path previous;

  @Option(names = "--update-design", description = "Bring the design's own file up to date, too.")
  private boolean updateDesign;

  @Option(
      names = "--platform",
      paramLabel = "PLATFORMS",
      defaultValue = "all",
      description =
          "Platforms, separated by commas, or all (default); firebreak platforms lists them.")
  private String platforms;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Option of a platform, as for firebreak export; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--max-removed",
      paramLabel = "LIMIT",
      defaultValue = "5%",
      description =
          "Stop if more servers of the inventory would be removed or cut off: a number, or a"
              + " percentage of those there were (default 5%%, but one in any case).")
  private String maxRemoved;

  @Option(
      names = "--max-opened",
      paramLabel = "LIMIT",
      defaultValue = "10%",
      description =
          "Stop if flows would permit more new pairs of servers: a number, or a percentage of"
              + " those there were (default 10%%, but 100 in any case).")
  private String maxOpened;

  @Option(
      names = "--apply",
      paramLabel = "[PLATFORM=]COMMAND",
      description =
          "Program that brings an artefact into force, called with platform, action, file and"
              + " members file; may be repeated. Without --apply-now it is only shown.")
  private List<String> hooks = new ArrayList<>();

  @Option(names = "--apply-now", description = "Run the programs of --apply.")
  private boolean applyNow;

  @Option(
      names = "--roll-back-on-failure",
      description = "If a program of --apply fails, go back with what was applied.")
  private boolean rollBack;

  @Option(
      names = "--apply-timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long a program of --apply may take (default 300).")
  private long timeout;

  @Option(
      names = "--retry",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description =
          "With --watch, try again so long after a program of --apply has failed (default 30); the"
              + " pause doubles up to 10 minutes.")
  private long retry;

  @Option(
      names = "--watch",
      description =
          "Go on, and run again whenever the inventory or the design changes, and every midnight.")
  private boolean watch;

  @Option(
      names = "--clock",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description =
          "Time for the audit log, such as 2030-01-31T08:00:00Z, instead of now; for results that"
              + " can be repeated.")
  private Instant clock;

  SyncCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SyncSettings wanted = wanted();
    try (SyncSession session = SyncSession.open(wanted, console.progress())) {
      return watch ? watch(session) : report(run(session, () -> true));
    }
  }

  private int watch(SyncSession session) throws IOException {
    try (InventoryWatch watched = InventoryWatch.of(List.of(inventory, design))) {
      boolean applied = follow(session, watched);
      rehearse(session, watched);
      console.say("watching " + inventory + " and " + design);
      int failures = 0;
      while (true) {
        failures = applied ? 0 : failures + 1;
        watched.await(applied ? untilTomorrow() : pause(failures));
        applied = follow(session, watched);
      }
    } catch (InterruptedException | CancelledException e) {
      console.say("stopped");
      return ExitCode.DONE;
    }
  }

  /**
   * Runs until one has read whole files; whether nothing is left that should be tried again soon.
   */
  private boolean follow(SyncSession session, InventoryWatch watched) throws InterruptedException {
    while (true) {
      watched.begin();
      long start = System.nanoTime();
      try {
        SyncOutcome outcome = run(session, () -> settled(watched));
        report(outcome);
        console.say("ready after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        session.prepare();
        return outcome.kind() != SyncOutcome.Kind.APPLY_FAILED;
      } catch (IOException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        // What was wrong with files that are other ones by now, the next run tells if it still is.
        if (watched.settle()) {
          new Failures(console).report(e);
          return true;
        }
      }
    }
  }

  private static boolean settled(InventoryWatch watched) {
    try {
      return watched.settle();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private void rehearse(SyncSession session, InventoryWatch watched) throws InterruptedException {
    try {
      session.rehearse(new Patience(watched));
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      new Failures(console).report(e);
    }
  }

  /** How long to wait after so many failures in a row. */
  private Duration pause(int failures) {
    return Duration.ofSeconds(
        Math.min(MOST_PAUSE, Math.min(MOST_PAUSE, retry) << Math.min(failures - 1, 10)));
  }

  /** Permissions begin and end with days, whether files change or not. */
  private static Duration untilTomorrow() {
    ZonedDateTime now = ZonedDateTime.now();
    return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()))
        .plusSeconds(1);
  }

  /** Work that may wait goes on until a file changes. */
  private record Patience(InventoryWatch watched) implements Progress {
    @Override
    public void begin(String task, long totalWork) {}

    @Override
    public void worked(long units) {}

    @Override
    public boolean cancelled() {
      return Thread.currentThread().isInterrupted() || watched.hasChanged();
    }
  }

  private SyncOutcome run(SyncSession session, BooleanSupplier settled) throws IOException {
    try {
      return session.run(settled);
    } catch (IllegalArgumentException e) {
      if (settings.isEmpty()) {
        throw e;
      }
      throw usage(e.getMessage(), e);
    }
  }

  private int report(SyncOutcome outcome) throws IOException {
    SyncSummary summary = new SyncSummary(outcome, output);
    if (console.isJson()) {
      summary.writeJson(console.out());
      console.out().flush();
    } else {
      summary.problems().forEach(console::warn);
      summary.lines().forEach(console::say);
    }
    return summary.exitCode();
  }

  private SyncSettings wanted() {
    if (retry < 1 || timeout < 1) {
      throw usage("--retry and --apply-timeout take at least 1 second", null);
    }
    if (applyNow && hooks.isEmpty()) {
      throw usage("--apply-now needs --apply COMMAND", null);
    }
    try {
      List<Exporter> exporters = Exporters.byIds(platforms);
      List<String> ids = exporters.stream().map(Exporter::id).toList();
      return new SyncSettings(
          design,
          updateDesign,
          new ImportRequest(
              inventory,
              null,
              inventoryFormat,
              null,
              groupPattern,
              false,
              null,
              inventoryOptions,
              InputLimits.DEFAULT),
          Set.copyOf(origins),
          exporters,
          settings,
          loaded ->
              policy.toCompileOptions(loaded).withRollout(rollout.plan(loaded, spec.commandLine())),
          output,
          previous,
          Limit.parse(maxRemoved),
          Limit.parse(maxOpened),
          hooks.stream().map(text -> Hook.parse(text, ids)).toList(),
          applyNow,
          rollBack,
          Duration.ofSeconds(timeout),
          clock == null ? Clock.systemUTC() : Clock.fixed(clock, ZoneOffset.UTC),
          Version.current());
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage(), e);
    }
  }

  private ParameterException usage(String message, Exception cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }
}
