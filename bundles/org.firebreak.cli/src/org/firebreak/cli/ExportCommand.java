package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.BundleRequest;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.stored.SigningKeys;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak export}. */
@Command(
    name = "export",
    description = {
      "Writes the policy of a design as rules for enforcement platforms.",
      "",
      "The bundle holds the rules of every enforcement point, and a manifest with hashes, the"
          + " origin",
      "of every rule, and what a platform cannot express. The target must be new, an empty folder"
          + " or an",
      "older bundle, which is replaced as a whole."
    },
    footer = {
      "Exit code: 1 if something permits more than the design says, for instance because a"
          + " firewall",
      "has no platform; with --strict also if something denies more; else 0. The bundle is"
          + " written.",
      "",
      "Examples:",
      "  firebreak export shop.firebreak --platform nftables,panos -o policy",
      "  firebreak export shop.firebreak --platform all --approved-only --as-of 2030-01-31 -o"
          + " policy",
      "  firebreak export shop.firebreak --previous policy -o next.zip --sign key.pem"
    })
final class ExportCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private PolicyOptions policy;
  @Mixin private RolloutOptions rollout;
  @Mixin private PartOptions part;
  @Mixin private TenantOptions tenants;

  @Option(
      names = "--platform",
      paramLabel = "PLATFORMS",
      defaultValue = "all",
      description =
          "Platforms, separated by commas, or all (default); firebreak platforms lists them.")
  private String platforms;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "TARGET",
      description = "Where the bundle goes: a folder, or a ZIP file if the name ends in .zip.")
  private Path output;

  @Option(
      names = "--previous",
      paramLabel = "BUNDLE",
      description =
          "Also write what leads from this bundle (folder or ZIP file) to the new one, and back.")
  private Path previous;

  @Option(
      names = "--sign",
      paramLabel = "KEY.pem",
      description =
          "Sign the manifest with this private Ed25519 key (openssl genpkey -algorithm ed25519).")
  private Path key;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Option of a platform, as platform.key=value or key=value for all that have it; may be"
              + " repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--strict",
      description = "Exit code 1 also if a platform denies more than the design says.")
  private boolean strict;

  @Option(
      names = "--no-verify",
      description =
          "Do not read the rules back to compare them with the design before the bundle is put in"
              + " place.")
  private boolean unverified;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Exporter> exporters = exporters();
    PrivateKey signer = key == null ? null : SigningKeys.readPrivate(key);
    Design loaded = design.load();
    CommandLine command = spec.commandLine();
    CompileOptions options =
        part.scoped(
            policy.toCompileOptions(loaded).withRollout(rollout.plan(loaded, command)),
            loaded,
            command);
    CompileOptions cutOff = part.quarantined(options, loaded, command);
    List<ExportPart> after = tenants.parts(loaded, cutOff, output, command);
    List<ExportPart> before = tenants.parts(loaded, options, output, command);
    int exitCode = ExitCode.DONE;
    for (int i = 0; i < after.size(); i++) {
      exitCode = Math.max(exitCode, export(after.get(i), before.get(i), loaded, exporters, signer));
    }
    return exitCode;
  }

  private int export(
      ExportPart part, ExportPart before, Design whole, List<Exporter> exporters, PrivateKey signer)
      throws IOException {
    CompiledPolicy compiled = PolicyCompiler.compile(part.design(), part.options());
    BundleRequest request =
        BundleRequest.of(compiled, exporters, settings)
            .withDesignDigest(DesignFile.digest(whole))
            .signedWith(signer);
    if (unverified) {
      request = request.withoutVerification();
    }
    ExportReport report = write(part, before, request);
    ExportSummary summary = new ExportSummary(report, compiled);
    if (console.isJson()) {
      summary.writeJson(console.out());
    } else {
      summary.deviations().forEach(console::warn);
      summary.remarks().forEach(console::say);
      summary.lines().forEach(console::say);
    }
    return report.limitations().stream()
            .anyMatch(strict ? ExportSummary::deviates : ExportSummary::permitsMore)
        ? ExitCode.FINDINGS
        : ExitCode.DONE;
  }

  private List<Exporter> exporters() {
    try {
      return Exporters.byIds(platforms);
    } catch (IllegalArgumentException e) {
      throw usage(e);
    }
  }

  private ExportReport write(ExportPart part, ExportPart before, BundleRequest request)
      throws IOException {
    if (previous != null) {
      Path older = part.folder().isEmpty() ? previous : previous.resolve(part.folder());
      if (part.folder().isEmpty() || Files.exists(older)) {
        return writeSince(older, part, request);
      }
    } else if (this.part.quarantines()) {
      return writeSinceBefore(part, before, request);
    }
    return write(part.target(), request);
  }

  private ExportReport writeSince(Path older, ExportPart part, BundleRequest request)
      throws IOException {
    try (StoredBundle stored = StoredBundle.open(older)) {
      return write(part.target(), request.withPrevious(stored));
    }
  }

  /** The change set leads from the bundle without the quarantines, which is made for that alone. */
  private ExportReport writeSinceBefore(ExportPart part, ExportPart before, BundleRequest request)
      throws IOException {
    Path temporary = Files.createTempDirectory("firebreak");
    Path zip = temporary.resolve("before.zip");
    try {
      write(
          zip,
          BundleRequest.of(
                  PolicyCompiler.compile(before.design(), before.options()),
                  request.exporters(),
                  request.settings())
              .withDesignDigest(request.designDigest())
              .withoutVerification());
      return writeSince(zip, part, request);
    } finally {
      Files.deleteIfExists(zip);
      Files.delete(temporary);
    }
  }

  private ExportReport write(Path target, BundleRequest request) throws IOException {
    try {
      return BundleWriter.write(target, request, console.progress());
    } catch (IllegalArgumentException e) {
      if (settings.isEmpty()) {
        throw e;
      }
      throw usage(e);
    }
  }

  private ParameterException usage(IllegalArgumentException e) {
    return new ParameterException(spec.commandLine(), e.getMessage(), e);
  }
}
