package org.firebreak.cli.sync;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.firebreak.cli.sync.SyncFolder.RunEntry;
import org.firebreak.cli.sync.SyncOutcome.Kind;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.bundle.BundleRequest;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.compare.PlatformDifference;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.imports.sync.InventorySync;
import org.firebreak.imports.sync.ServerChange;
import org.firebreak.imports.sync.ServerChanges;
import org.firebreak.imports.sync.SyncReport;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;

/**
 * Runs over one folder, which no other session may use meanwhile. What a run has computed is kept
 * for the next one.
 */
public final class SyncSession implements Closeable {
  private final SyncSettings settings;
  private final Progress progress;
  private final SyncFolder folder;
  private final SyncLock lock;
  private final DesignSource source;
  private KnownState known;
  private String same;

  private SyncSession(SyncSettings settings, Progress progress, SyncFolder folder, SyncLock lock) {
    this.settings = settings;
    this.progress = progress;
    this.folder = folder;
    this.lock = lock;
    this.source = new DesignSource(settings.design());
  }

  /**
   * Takes the folder, and finishes what a killed run had begun.
   *
   * @throws IOException if another session has it, or it holds something else
   */
  public static SyncSession open(SyncSettings settings, Progress progress) throws IOException {
    SyncFolder folder = new SyncFolder(settings.out());
    folder.check();
    SyncLock lock = SyncLock.take(folder.root());
    try {
      folder.recover();
      return new SyncSession(settings, progress, folder, lock);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Brings the folder in step with design and inventory, which may still be written when it begins.
   *
   * @param settled asked once, before anything is written: whether what was read holds
   * @throws InputsChangedException if it does not
   * @throws IOException if a file cannot be read or written; the state is the one before
   */
  public SyncOutcome run(BooleanSupplier settled) throws IOException {
    Design design = source.load();
    CompileOptions options = settings.options().apply(design);
    if (known == null) {
      known = stateBefore(design, options);
    }
    Path inventory = settings.inventory().inventory();
    FileStamp stamp = FileStamp.of(inventory);
    SyncReport report =
        InventorySync.run(
            new ModelEdit(design), settings.inventory(), settings.origins(), progress);
    if (!FileStamp.of(inventory).equals(stamp)) {
      throw new InputsChangedException(inventory);
    }
    CompletableFuture<SavedDesign> saving = SavedDesign.begin(design);
    KnownState now = KnownState.of(design, settings.options().apply(design), saving);
    byte[] bytes = saving.join().bytes();
    if (!settled.getAsBoolean()) {
      throw new InputsChangedException(inventory);
    }
    String fingerprint = fingerprint(now.digest(), options);
    RunEntry last = folder.run();
    if (fingerprint.equals(last.fingerprint()) || fingerprint.equals(same)) {
      return unchanged(last, report, bytes);
    }
    List<ServerChange> changes = ServerChanges.between(known.servers(), now.servers(), report);
    List<String> exceeded = Thresholds.exceeded(settings, report.inventory(), known, now, changes);
    if (!exceeded.isEmpty()) {
      return new SyncOutcome(Kind.STOPPED, last.number(), report, changes, null, exceeded);
    }
    folder.begin();
    ExportReport export = export(now);
    boolean sameRules = export.changes().difference().isEmpty();
    if (sameRules && folder.hasState() && now.digest().equals(known.digest())) {
      folder.discard();
      same = fingerprint;
      return unchanged(last, report, bytes);
    }
    RunEntry run = new RunEntry(last.number() + 1, fingerprint);
    byte[] audit =
        AuditLog.lines(
            run.number(), settings.clock().instant(), changes, known.digest(), now.digest());
    folder.complete(run, bytes, audit);
    List<String> platforms =
        export.changes().difference().platforms().stream().map(PlatformDifference::id).toList();
    SyncOutcome held = apply(run, report, changes, export, platforms);
    if (held != null) {
      return held;
    }
    folder.advance();
    known = now;
    return new SyncOutcome(
        Kind.SYNCHRONISED, run.number(), report, changes, export, updateDesign(bytes));
  }

  /** Does ahead what the next run begins with, as far as the design's file stays as it is. */
  public void prepare() {
    source.prepare();
  }

  /**
   * Computes the state in force once more and throws the result away, so that the program is loaded
   * and compiled when the first change comes. Nothing is done before there is a state.
   *
   * @param patience is asked whether to go on; a change that waits is worth more
   */
  public void rehearse(Progress patience) throws IOException {
    if (known == null || !folder.hasState()) {
      return;
    }
    Path before = folder.root().resolve("previous").resolve(SyncFolder.BUNDLE);
    try {
      write(
          known,
          folder.rehearsal().resolve(SyncFolder.BUNDLE),
          Files.isDirectory(before) ? before : null,
          folder.rehearsal().resolve("nothing"),
          patience);
    } catch (CancelledException e) {
      // The change that waits warms the program as well.
    } finally {
      SyncFolder.delete(folder.rehearsal());
    }
  }

  /** The state in the folder; before the first run the design alone. */
  private KnownState stateBefore(Design design, CompileOptions options) throws IOException {
    if (!folder.hasState()) {
      return KnownState.of(design, options, SavedDesign.begin(design));
    }
    Design before = DesignFile.load(folder.current().resolve(SyncFolder.DESIGN));
    return KnownState.of(before, settings.options().apply(before), SavedDesign.begin(before));
  }

  private SyncOutcome unchanged(RunEntry last, SyncReport report, byte[] bytes) throws IOException {
    return new SyncOutcome(
        Kind.UNCHANGED, last.number(), report, List.of(), null, updateDesign(bytes));
  }

  private List<String> updateDesign(byte[] bytes) throws IOException {
    return !settings.updateDesign() || source.replace(bytes)
        ? List.of()
        : List.of(settings.design() + " was changed meanwhile; the next run updates it");
  }

  private ExportReport export(KnownState now) throws IOException {
    Path current = folder.current().resolve(SyncFolder.BUNDLE);
    return write(
        now,
        folder.pending().resolve(SyncFolder.BUNDLE),
        folder.hasState() ? current : settings.previous(),
        folder.pending().resolve("nothing"),
        progress);
  }

  private ExportReport write(
      KnownState state, Path target, Path before, Path nothing, Progress listener)
      throws IOException {
    BundleRequest request =
        BundleRequest.of(state.policy(), settings.exporters(), settings.exportSettings())
            .withDesignDigest(state.digest());
    if (before == null) {
      // Against a bundle without platforms everything is a change, and has its steps.
      BundleWriter.write(
          nothing, BundleRequest.of(state.policy(), List.of(), Map.of()), Progress.NONE);
    }
    try (StoredBundle previous = StoredBundle.open(before == null ? nothing : before)) {
      return BundleWriter.write(target, request.withPrevious(previous), listener);
    } finally {
      SyncFolder.delete(nothing);
    }
  }

  /** Runs or shows the hooks; {@code null} if the state may advance. */
  private SyncOutcome apply(
      RunEntry run,
      SyncReport report,
      List<ServerChange> changes,
      ExportReport export,
      List<String> platforms)
      throws IOException {
    if (settings.hooks().isEmpty()) {
      return null;
    }
    Path bundle = folder.pending().resolve(SyncFolder.BUNDLE);
    HookRun hooks =
        new HookRun(
            settings.hooks(),
            settings.hookTimeout(),
            bundle,
            folder.pending().resolve(SyncFolder.APPLY));
    List<Artefact> artefacts = Artefacts.changes(bundle, platforms);
    List<String> lines = new ArrayList<>();
    for (String orphan :
        hooks.orphans(artefacts).stream().map(Artefact::platform).distinct().toList()) {
      lines.add("no hook takes the artefacts of " + orphan + "; apply them by hand");
    }
    if (!settings.applyNow()) {
      artefacts.forEach(each -> hooks.lines(each).forEach(line -> lines.add("would run " + line)));
      lines.add("nothing was applied; --apply-now runs the hooks");
      return new SyncOutcome(Kind.DRY_RUN, run.number() - 1, report, changes, export, lines);
    }
    List<Artefact> begun = new ArrayList<>();
    for (Artefact artefact : artefacts) {
      begun.add(artefact);
      String failure = hooks.apply(artefact);
      if (failure != null) {
        lines.add(failure);
        AuditLog.append(
            folder.audit(), AuditLog.failure(run.number(), settings.clock().instant(), failure));
        goBack(hooks, Artefacts.rollBack(bundle, begun), lines);
        return new SyncOutcome(Kind.APPLY_FAILED, run.number() - 1, report, changes, export, lines);
      }
    }
    return null;
  }

  private void goBack(HookRun hooks, List<Artefact> steps, List<String> lines) throws IOException {
    if (!settings.rollBack()) {
      lines.add("the next run tries again; to go back instead, run:");
      steps.forEach(step -> lines.addAll(hooks.lines(step)));
      return;
    }
    for (Artefact step : steps) {
      String failure = hooks.apply(step);
      lines.add(
          failure == null
              ? "rolled back " + step.platform() + " " + step.file().getFileName()
              : "cannot roll back: " + failure);
    }
  }

  private String fingerprint(String digest, CompileOptions options) {
    StringBuilder text = new StringBuilder(digest).append('\n').append(options).append('\n');
    settings.exporters().forEach(exporter -> text.append(exporter.id()).append(' '));
    text.append('\n').append(new TreeMap<>(settings.exportSettings()));
    text.append('\n').append(settings.version());
    return SavedDesign.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
