package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.stored.BundleIntegrity;
import org.firebreak.exports.stored.CompileSettings;
import org.firebreak.exports.stored.SigningKeys;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.exports.verify.VerificationReport;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code firebreak verify}. */
@Command(
    name = "verify",
    description = {
      "Checks that a policy bundle is whole, and that it does exactly what the design says.",
      "",
      "The files are compared with the manifest. With a design, the rules of each platform are"
          + " read",
      "back and compared with those of the design, compiled as the manifest says, over every"
          + " source,",
      "destination, protocol and port. A difference is shown with a connection as an example."
    },
    footer = {
      "Exit code: 1 if a file is not as exported, or something differs that the manifest does not",
      "declare; else 0.",
      "",
      "Examples:",
      "  firebreak verify policy",
      "  firebreak verify shop.firebreak policy",
      "  firebreak verify shop.firebreak policy.zip --key team.pub.pem --json"
    })
final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..2",
      paramLabel = "[DESIGN] BUNDLE",
      description = {
        "Design file (*.firebreak), if the rules shall be compared with it, and the bundle: a",
        "folder or a ZIP file."
      })
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "KEY.pem",
      description = "The manifest must be signed by the owner of this public Ed25519 key.")
  private Path key;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    PublicKey signer = key == null ? null : SigningKeys.readPublic(key);
    Design design = files.size() == 2 ? DesignFile.load(files.get(0)) : null;
    try (StoredBundle bundle = StoredBundle.open(files.getLast())) {
      List<BundleIntegrity.Flaw> flaws = new ArrayList<>();
      if (signer != null) {
        flaws.addAll(BundleIntegrity.signature(bundle, signer));
      }
      VerificationReport report = report(bundle, design);
      flaws.addAll(report.files());
      VerificationReport whole =
          new VerificationReport(flaws, report.platforms(), report.unenforced());
      VerificationSummary summary = new VerificationSummary(bundle, whole, design);
      if (console.isJson()) {
        summary.writeJson(console.out());
      } else {
        summary.lines().forEach(console::result);
        summary.remarks().forEach(console::say);
      }
      return whole.holds() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private VerificationReport report(StoredBundle bundle, Design design) throws IOException {
    if (design == null) {
      return new VerificationReport(
          BundleIntegrity.files(bundle, console.progress()), List.of(), List.of());
    }
    CompiledPolicy policy = CompileSettings.compile(design, bundle.manifest());
    return BundleVerifier.verify(policy, bundle, console.progress());
  }
}
