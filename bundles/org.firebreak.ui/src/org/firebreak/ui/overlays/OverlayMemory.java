package org.firebreak.ui.overlays;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.firebreak.diagram.DesignDocument;
import org.osgi.service.prefs.BackingStoreException;

/** Remembers the overlay of each file, kept in the workspace. */
final class OverlayMemory {
  private static final String NODE = "org.firebreak.ui.overlays";

  private OverlayMemory() {}

  static Optional<OverlayKind> of(DesignDocument document) {
    if (document.file() == null) {
      return Optional.empty();
    }
    String word = node().get(document.file().toString(), "");
    return Arrays.stream(OverlayKind.values()).filter(kind -> kind.name().equals(word)).findFirst();
  }

  /**
   * Keeps a choice.
   *
   * @param kind null for none
   */
  static void keep(DesignDocument document, OverlayKind kind) {
    if (document.file() == null) {
      return;
    }
    if (kind == null || kind == OverlayKind.ATTACK_PATHS) {
      node().remove(document.file().toString());
    } else {
      node().put(document.file().toString(), kind.name());
    }
    try {
      node().flush();
    } catch (BackingStoreException e) {
      throw new IllegalStateException("the overlay of a design cannot be remembered", e);
    }
  }

  private static IEclipsePreferences node() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
