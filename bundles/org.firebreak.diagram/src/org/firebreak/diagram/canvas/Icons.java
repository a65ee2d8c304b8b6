package org.firebreak.diagram.canvas;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** The pictures in the bundle's folder {@code icons}. */
public final class Icons {
  private static final String BUNDLE = "org.firebreak.diagram";

  private Icons() {}

  /** The picture of that name; a red square if there is none. */
  public static ImageDescriptor descriptor(String name) {
    return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
        .orElseGet(ImageDescriptor::getMissingImageDescriptor);
  }
}
