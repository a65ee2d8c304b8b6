package org.firebreak.diagram.canvas;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** The pictures in the bundle's folder {@code icons}. */
public final class Icons {
  private static final String BUNDLE = "org.firebreak.diagram";

  /** To look one up takes long, and trees ask thousands of times. */
  private static final Map<String, ImageDescriptor> FOUND = new ConcurrentHashMap<>();

  private Icons() {}

  /** The picture of that name; a red square if there is none. */
  public static ImageDescriptor descriptor(String name) {
    return FOUND.computeIfAbsent(
        name,
        wanted ->
            ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + wanted + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor));
  }
}
