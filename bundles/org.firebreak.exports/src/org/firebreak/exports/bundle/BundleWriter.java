package org.firebreak.exports.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.OptionValues;
import org.firebreak.exports.stored.BundleManifest;
import org.firebreak.exports.stored.BundleSignature;
import org.firebreak.exports.verify.PlatformVerification;
import org.firebreak.exports.verify.VerificationException;
import org.firebreak.exports.verify.VerificationReport;

/**
 * Writes policy bundles.
 *
 * <pre>
 * FOLDER/manifest.json        what is there, with hashes, provenance and limitations
 * FOLDER/nftables/…           one folder a platform
 * FOLDER/panos/…
 * FOLDER/manifest.json.sig    signature over the manifest, if asked for
 * FOLDER/changes.json         what differs from the previous bundle, if one was named
 * FOLDER/nftables/changes/…   the steps from there to here, and those back (roll-back)
 * </pre>
 *
 * A rule set whose enforcement point names a platform goes to that platform alone; any other goes
 * to every chosen platform that enforces its kind.
 */
public final class BundleWriter {
  private BundleWriter() {}

  /**
   * Writes a bundle without change set and signature; see {@link #write(Path, BundleRequest,
   * Progress)}.
   */
  public static ExportReport write(
      Path target,
      CompiledPolicy policy,
      List<Exporter> exporters,
      Map<String, String> settings,
      Progress progress)
      throws IOException {
    return write(target, BundleRequest.of(policy, exporters, settings), progress);
  }

  /**
   * Writes a bundle, or nothing at all. The same request gives the same bytes.
   *
   * @param target the bundle's folder: new, empty, or an older bundle, which is replaced; or a file
   *     whose name ends in {@code .zip}
   * @throws IllegalArgumentException if a setting does not exist or is out of range
   * @throws org.firebreak.exports.ExportException if the target may not be replaced; the message
   *     says why
   * @throws VerificationException if what was written is not what the policy says
   * @throws org.firebreak.core.progress.CancelledException if the user cancelled
   */
  public static ExportReport write(Path target, BundleRequest request, Progress progress)
      throws IOException {
    List<Exporter> exporters = request.exporters();
    Map<Exporter, OptionValues> options = Settings.resolve(exporters, request.settings());
    try (BundleTarget bundle = BundleTarget.begin(target)) {
      Path root = bundle.temporary();
      request.policy().ruleSets(); // once, and not by whoever of several comes first
      List<ExportReport.Platform> platforms =
          PlatformTasks.run(
              "export for " + exporters.size() + " platforms",
              exporters,
              (exporter, part) ->
                  export(exporter, request.policy(), options.get(exporter), root, part),
              progress);
      ExportReport report =
          checked(
              request,
              new ExportReport(
                  target,
                  platforms,
                  Assignment.unenforced(request.policy(), exporters),
                  request.policy().notes(),
                  List.of(),
                  null),
              root,
              progress);
      ManifestFile.write(root, request, report);
      if (request.key() != null) {
        sign(root, request.key());
      }
      progress.check();
      bundle.commit();
      return report;
    }
  }

  /** A step on the files of a bundle that needs nothing of another one. */
  private interface Step {
    void run(Progress progress) throws IOException;
  }

  /** The report with verification and change set, which read the same files side by side. */
  private static ExportReport checked(
      BundleRequest request, ExportReport written, Path root, Progress progress)
      throws IOException {
    AtomicReference<ExportReport> report = new AtomicReference<>(written);
    List<Step> steps = new ArrayList<>();
    if (request.verified()) {
      steps.add(
          part -> {
            List<PlatformVerification> verification =
                verified(request.policy(), written.platforms(), root, part);
            report.updateAndGet(each -> each.withVerification(verification));
          });
    }
    if (request.previous() != null) {
      ManifestFile.write(root, request, written);
      steps.add(
          part -> {
            ChangeSet changes =
                ChangeSetWriter.write(root, request.previous(), request.exporters(), part);
            report.updateAndGet(each -> each.withChanges(changes));
          });
    }
    PlatformTasks.run(
        "verify and compare",
        steps,
        (step, part) -> {
          step.run(part);
          return step;
        },
        progress);
    return report.get();
  }

  private static List<PlatformVerification> verified(
      CompiledPolicy policy, List<ExportReport.Platform> platforms, Path root, Progress progress)
      throws IOException {
    List<PlatformVerification> results =
        PlatformTasks.run(
            "verify " + platforms.size() + " platforms",
            platforms,
            (platform, part) ->
                BundleVerifier.compare(
                    platform.exporter(),
                    policy,
                    PlatformFiles.of(root, platform),
                    platform.limitations(),
                    part),
            progress);
    VerificationReport report = new VerificationReport(List.of(), results, List.of());
    if (!report.holds()) {
      throw new VerificationException(report);
    }
    return results;
  }

  private static void sign(Path root, PrivateKey key) throws IOException {
    byte[] manifest = Files.readAllBytes(root.resolve(BundleManifest.NAME));
    Files.write(root.resolve(BundleManifest.SIGNATURE), BundleSignature.of(manifest, key));
  }

  private static Limitation partial(RuleSet set) {
    return new Limitation(
        Limitation.Effect.ASSUMPTION,
        set.name(),
        null,
        List.of(set.enforcementPoint()),
        "The rules of "
            + set.name()
            + " are for the chosen scope alone; other rules of that firewall govern all other"
            + " traffic.");
  }

  /** What a quarantine leaves where filters let connections that they have permitted go on. */
  private static Optional<Limitation> running(
      Exporter exporter, CompiledPolicy policy, List<RuleSet> ruleSets) {
    boolean isolates =
        ruleSets.stream()
            .flatMap(set -> set.rules().stream())
            .anyMatch(rule -> rule.kind() == Rule.Kind.QUARANTINE);
    if (!isolates || exporter.capabilities().contains(Capability.ENDS_CONNECTIONS)) {
      return Optional.empty();
    }
    return Optional.of(
        new Limitation(
            Limitation.Effect.ASSUMPTION,
            null,
            null,
            policy.servers().stream()
                .filter(PolicyServer::quarantined)
                .map(PolicyServer::ref)
                .toList(),
            "Connections of quarantined servers that run already may go on until they end; end them"
                + " at the platform, or take the servers' interfaces down."));
  }

  private static ExportReport.Platform export(
      Exporter exporter, CompiledPolicy policy, OptionValues options, Path root, Progress progress)
      throws IOException {
    try (FolderSink sink = new FolderSink(root, exporter.id())) {
      List<RuleSet> ruleSets =
          policy.ruleSets().stream().filter(set -> Assignment.isFor(set, exporter)).toList();
      exporter.export(
          new ExportRequest(policy, ruleSets, options, ToolVersion.CURRENT), sink, progress);
      for (RuleSet set : ruleSets) {
        if (set.isPartial()) {
          sink.limitation(partial(set));
        }
      }
      running(exporter, policy, ruleSets).ifPresent(sink::limitation);
      return new ExportReport.Platform(
          exporter, options.asMap(), sink.files(), sink.limitations(), sink.uses());
    }
  }
}
