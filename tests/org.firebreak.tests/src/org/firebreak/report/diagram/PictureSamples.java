package org.firebreak.report.diagram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;

/** Scenes to draw. */
final class PictureSamples {
  static final LocalDate DAY = LocalDate.of(2030, 5, 15);
  static final PageTitles TITLES = new PageTitles("Lab shop", "Overview", DAY);

  private PictureSamples() {}

  static Design design(String name) throws IOException {
    return DesignFile.load(
        Path.of(System.getProperty("firebreak.root"), "samples", name + ".firebreak"));
  }

  static Scene scene(Design design) {
    return PictureScene.of(
        design.getDiagrams().getFirst(),
        PictureScene.options(PolicyCompiler.compile(design, CompileOptions.on(DAY))));
  }

  static Scene labShop() throws IOException {
    return scene(design("lab-shop"));
  }

  static byte[] bytes(PictureFormat format, Scene scene, double scale, PageSetup setup)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Picture(scene, Theme.LIGHT, scale, setup, TITLES).write(format, out, Progress.NONE);
    return out.toByteArray();
  }
}
