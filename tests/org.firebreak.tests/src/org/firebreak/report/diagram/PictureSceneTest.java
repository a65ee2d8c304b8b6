package org.firebreak.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSceneTest {
  @TempDir private Path folder;

  @Test
  void selectionHoldsWhatIsNamedWithItsContentAndTheFlowsAmongIt() throws IOException {
    Design design = PictureSamples.design("lab-shop");
    Zone data = zone(design, "data");

    Scene part = PictureScene.selection(PictureSamples.scene(design), Set.of(data.getId()));

    assertThat(part.boxOfElement(data.getId())).isPresent();
    assertThat(part.boxes()).anyMatch(box -> box.text().title().equals("db1"));
    assertThat(part.boxes()).noneMatch(box -> box.text().title().equals("web1"));
    assertThat(part.lines())
        .isNotEmpty()
        .allMatch(
            line ->
                part.box(line.sourceId()).isPresent()
                    && part.box(line.destinationId()).isPresent());
  }

  @Test
  void selectedFlowBringsItsEnds() throws IOException {
    Design design = PictureSamples.design("lab-shop");
    Flow flow = design.getFlows().getFirst();

    Scene part = PictureScene.selection(PictureSamples.scene(design), Set.of(flow.getId()));

    assertThat(part.lineOfFlow(flow.getId())).isPresent();
    assertThat(part.lines()).hasSizeLessThan(4);
  }

  @Test
  void selectionOfNothingShownIsRefused() throws IOException {
    Scene scene = PictureSamples.labShop();
    assertThatThrownBy(() -> PictureScene.selection(scene, Set.of("nobody")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void overviewLeavesTheDesignAloneAndIsTheSameEachTime() throws IOException {
    Design design = PictureSamples.design("lab-shop");
    design.getDiagrams().clear();
    byte[] before = DesignFile.toBytes(design);
    var options = org.firebreak.scene.SceneOptions.plain().withMetrics(PictureMetrics.INSTANCE);

    String once =
        DiagramSvg.text(
            PictureScene.of(PictureScene.overview(design, options), options), Theme.LIGHT);
    String again =
        DiagramSvg.text(
            PictureScene.of(PictureScene.overview(design, options), options), Theme.LIGHT);

    assertThat(again).isEqualTo(once);
    assertThat(DesignFile.toBytes(design)).isEqualTo(before);
  }

  @Test
  void anotherRendererShowsTheSvgAsThePng() throws Exception {
    Scene scene = PictureSamples.labShop();
    Path svg = folder.resolve("x.svg");
    Path png = folder.resolve("x.png");
    Files.writeString(svg, DiagramSvg.text(scene, Theme.LIGHT));
    assumeTrue(rsvg(svg, png), "rsvg-convert is not installed");

    BufferedImage theirs = ImageIO.read(png.toFile());
    BufferedImage ours = DiagramPng.image(scene, Theme.LIGHT, 1);

    assertThat(theirs.getWidth()).isEqualTo(ours.getWidth());
    assertThat(theirs.getHeight()).isEqualTo(ours.getHeight());
    long different = 0;
    for (int y = 0; y < ours.getHeight(); y++) {
      for (int x = 0; x < ours.getWidth(); x++) {
        int green = Math.abs((ours.getRGB(x, y) >> 8 & 0xFF) - (theirs.getRGB(x, y) >> 8 & 0xFF));
        different += green > 96 ? 1 : 0;
      }
    }
    // Text of another font or at another place differs on several per cent.
    assertThat(different * 1000 / ((long) ours.getWidth() * ours.getHeight())).isLessThan(10);
  }

  private static boolean rsvg(Path svg, Path png) throws Exception {
    try {
      Process process =
          new ProcessBuilder("rsvg-convert", "-o", png.toString(), svg.toString())
              .redirectErrorStream(true)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Zone zone(Design design, String name) {
    return design.getZones().stream()
        .filter(zone -> zone.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
