package org.firebreak.ui.exporting;

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
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.ui.jobs.BackgroundTask;

/**
 * Writes a policy bundle.
 *
 * @param design a copy that nobody else uses
 * @param folder where the bundle goes
 * @param exporters the platforms
 * @param settings option values by {@code platform.key}
 * @param options what to compile
 */
record BundleJob(
    Design design,
    Path folder,
    List<Exporter> exporters,
    Map<String, String> settings,
    CompileOptions options)
    implements BackgroundTask<ExportReport> {

  @Override
  public ExportReport run(Progress progress) throws IOException {
    progress.begin("Compiling the policy", 0);
    CompiledPolicy policy = PolicyCompiler.compile(design, options);
    progress.check();
    return BundleWriter.write(
        folder,
        BundleRequest.of(policy, exporters, settings).withDesignDigest(DesignFile.digest(design)),
        progress);
  }
}
