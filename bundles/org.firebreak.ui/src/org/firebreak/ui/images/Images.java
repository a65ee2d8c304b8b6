package org.firebreak.ui.images;

import java.util.Locale;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.scene.Alarm;

/**
 * The pictures of the window by their keys, which are the names of the files in {@code icons/}.
 * Images are shared and live as long as the display: nobody disposes them.
 */
public final class Images {
  private static final String BUNDLE = "org.firebreak.ui";

  private Images() {}

  /** The picture of a model element. */
  public static Image of(EObject element) {
    return get(ModelDescriptions.icon(element));
  }

  /** A picture by its key, for instance {@code server} or {@code warning}. */
  public static Image get(String key) {
    ImageRegistry registry = JFaceResources.getImageRegistry();
    String id = BUNDLE + "/" + key;
    Image image = registry.get(id);
    if (image == null) {
      registry.put(id, descriptor(key));
      image = registry.get(id);
    }
    return image;
  }

  /** A picture of a model element with a badge for the worst finding on it. */
  public static Image of(EObject element, Alarm alarm) {
    return badged(ModelDescriptions.icon(element), alarm);
  }

  /** A picture by its key with a badge for the worst finding. */
  public static Image badged(String key, Alarm alarm) {
    if (alarm == Alarm.NONE) {
      return get(key);
    }
    ImageRegistry registry = JFaceResources.getImageRegistry();
    String badge = "badge-" + alarm.name().toLowerCase(Locale.ROOT);
    String id = BUNDLE + "/" + key + "/" + badge;
    Image image = registry.get(id);
    if (image == null) {
      registry.put(
          id, new DecorationOverlayIcon(get(key), descriptor(badge), IDecoration.BOTTOM_RIGHT));
      image = registry.get(id);
    }
    return image;
  }

  /**
   * A picture by its key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ImageDescriptor descriptor(String key) {
    return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + key + ".svg")
        .orElseThrow(() -> new IllegalArgumentException("no picture " + key));
  }
}
