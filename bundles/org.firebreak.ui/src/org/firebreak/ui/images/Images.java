package org.firebreak.ui.images;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.firebreak.core.describe.ModelDescriptions;

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
