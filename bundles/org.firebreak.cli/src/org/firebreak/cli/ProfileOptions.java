package org.firebreak.cli;

import java.io.IOException;
import org.firebreak.core.validation.ShippedProfiles;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.imports.profile.ProfileFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** By which profile a design is judged. */
final class ProfileOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description =
          "Judge by this profile: baseline, strict, pci-dss or a file (default:"
              + " firebreak-profile.json beside the design, else baseline).")
  private String name;

  /**
   * The profile that was chosen, else the one of the design.
   *
   * @throws ParameterException if no profile is called so
   * @throws IOException if a profile file cannot be used
   */
  ValidationProfile of(DesignArgument design) throws IOException {
    if (name == null) {
      return ProfileFiles.of(design.path());
    }
    if (ProfileFiles.exists(name)) {
      return ProfileFiles.named(name);
    }
    throw unknown(name, spec);
  }

  static ParameterException unknown(String name, CommandSpec spec) {
    return new ParameterException(
        spec.commandLine(),
        "there is no profile or file '"
            + name
            + "'; there are "
            + String.join(", ", ShippedProfiles.names()));
  }
}
