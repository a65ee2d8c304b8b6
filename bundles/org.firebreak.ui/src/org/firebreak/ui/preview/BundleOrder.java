package org.firebreak.ui.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.BundleRequest;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;

/**
 * A bundle that is wanted.
 *
 * @param design a copy that nobody else uses
 * @param exporters the platforms
 * @param settings option values by {@code platform.key}
 * @param options what to compile
 * @param previous bundle from which a change set shall lead to the new one; {@code null} for none
 */
public record BundleOrder(
    Design design,
    List<Exporter> exporters,
    Map<String, String> settings,
    CompileOptions options,
    Path previous) {

  /**
   * Writes the bundle.
   *
   * @throws org.firebreak.exports.verify.VerificationException if what was written is not what the
   *     policy says
   */
  public ExportReport write(Path target, Progress progress) throws IOException {
    return write(target, request(progress), progress);
  }

  /** Writes the bundle whatever its rules do: to look at, not to use. */
  ExportReport writeUnverified(Path target, Progress progress) throws IOException {
    return write(target, request(progress).withoutVerification(), progress);
  }

  private ExportReport write(Path target, BundleRequest request, Progress progress)
      throws IOException {
    if (previous == null) {
      return BundleWriter.write(target, request, progress);
    }
    try (StoredBundle older = StoredBundle.open(previous)) {
      return BundleWriter.write(target, request.withPrevious(older), progress);
    }
  }

  private BundleRequest request(Progress progress) {
    progress.begin("Compiling the policy", 0);
    CompiledPolicy policy = PolicyCompiler.compile(design, options);
    progress.check();
    return BundleRequest.of(policy, exporters, settings)
        .withDesignDigest(DesignFile.digest(design));
  }
}
