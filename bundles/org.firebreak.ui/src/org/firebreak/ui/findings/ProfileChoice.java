package org.firebreak.ui.findings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.firebreak.core.validation.ShippedProfiles;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.imports.profile.ProfileFiles;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/**
 * By which profile a design is judged in the window. Unless somebody chooses another one, the
 * command line uses the same. The choice is kept in the workspace, by the id of the design.
 *
 * @param shipped name of a profile that ships with the product; {@code null} for the project's own
 *     file beside the design, or the baseline where there is none
 */
public record ProfileChoice(String shipped) {
  /** The project's own file, or the baseline. */
  public static final ProfileChoice PROJECT = new ProfileChoice(null);

  private static final String NODE = "org.firebreak.ui/profiles";

  /** What can be chosen for a design. */
  public static List<ProfileChoice> all() {
    return Stream.concat(
            Stream.of(PROJECT), ShippedProfiles.names().stream().map(ProfileChoice::new))
        .toList();
  }

  /** The project's own profile beside a design, if there is one. */
  public static Optional<Path> ownFile(DesignDocument document) {
    return ProfileFiles.beside(document.file());
  }

  static ProfileChoice of(DesignDocument document) {
    String name = node().get(String.valueOf(document.design().getId()), null);
    return name != null && ShippedProfiles.names().contains(name)
        ? new ProfileChoice(name)
        : PROJECT;
  }

  void keepFor(DesignDocument document) {
    Preferences preferences = node();
    String key = String.valueOf(document.design().getId());
    if (shipped == null) {
      preferences.remove(key);
    } else {
      preferences.put(key, shipped);
    }
    try {
      preferences.flush();
    } catch (BackingStoreException e) {
      ILog.of(ProfileChoice.class).warn("The choice of the profile is not kept", e);
    }
  }

  /**
   * Reads the profile.
   *
   * @param design file of the design; {@code null} if it has none
   * @throws IOException if the file cannot be used; the message says where and why
   */
  public ValidationProfile read(Path design) throws IOException {
    return shipped == null ? ProfileFiles.of(design) : ProfileFiles.named(shipped);
  }

  private static Preferences node() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
