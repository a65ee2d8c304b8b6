package org.firebreak.diagram.palette;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.firebreak.diagram.canvas.Icons;

/** The pictures of the tools; freed with the control. */
final class PaletteIcons {
  private final ResourceManager resources;

  PaletteIcons(Control owner) {
    resources = new LocalResourceManager(JFaceResources.getResources(), owner);
  }

  Image get(String name) {
    return resources.create(Icons.descriptor(name));
  }
}
