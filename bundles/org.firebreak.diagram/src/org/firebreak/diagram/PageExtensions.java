package org.firebreak.diagram;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** Pages that other bundles add to the editor, in the order in which they are declared. */
final class PageExtensions {
  private static final String POINT = "org.firebreak.diagram.pages";

  /**
   * One added page.
   *
   * @param id by which it is opened and remembered
   * @param name on its tab
   * @param icon on its tab
   * @param element makes the page
   */
  record Extension(String id, String name, ImageDescriptor icon, IConfigurationElement element) {
    /**
     * A new page.
     *
     * @throws CoreException if its class cannot be loaded; the message names it
     */
    DesignPage page() throws CoreException {
      return (DesignPage) element.createExecutableExtension("class");
    }
  }

  private PageExtensions() {}

  static List<Extension> all() {
    List<Extension> all = new ArrayList<>();
    for (IConfigurationElement element :
        Platform.getExtensionRegistry().getConfigurationElementsFor(POINT)) {
      all.add(
          new Extension(
              element.getAttribute("id"),
              element.getAttribute("name"),
              ResourceLocator.imageDescriptorFromBundle(
                      element.getContributor().getName(), element.getAttribute("icon"))
                  .orElse(null),
              element));
    }
    return all;
  }
}
