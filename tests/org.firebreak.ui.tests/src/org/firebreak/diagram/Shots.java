package org.firebreak.diagram;

import static org.firebreak.diagram.UiCondition.display;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.settle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;

/** Pictures of the screen in the folder of the system property {@code firebreak.screenshots}. */
final class Shots {

  private Shots() {}

  /** Saves what is on the screen; does nothing if the property is not set. */
  static void take(String name) {
    String folder = System.getProperty("firebreak.screenshots");
    if (folder == null) {
      return;
    }
    settle();
    run(
        () -> {
          Image image =
              new Image(display(), display().getBounds().width, display().getBounds().height);
          GC gc = new GC(display());
          gc.copyArea(image, 0, 0);
          gc.dispose();
          ImageLoader loader = new ImageLoader();
          loader.data = new ImageData[] {image.getImageData()};
          image.dispose();
          try {
            Files.createDirectories(Path.of(folder));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          loader.save(Path.of(folder, name + ".png").toString(), SWT.IMAGE_PNG);
        });
  }
}
