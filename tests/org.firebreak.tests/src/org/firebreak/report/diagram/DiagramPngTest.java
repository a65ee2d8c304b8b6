package org.firebreak.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.progress.Progress;
import org.firebreak.model.Zone;
import org.firebreak.scene.Box;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;

class DiagramPngTest {
  @Test
  void pictureHasTheSizeOfTheDiagramTimesTheScaleAndItsColours() throws IOException {
    Scene scene = PictureSamples.labShop();
    Rect view = PictureFrame.of(scene);

    BufferedImage image = read(PictureSamples.bytes(PictureFormat.PNG, scene, 2, null));

    assertThat(image.getWidth()).isEqualTo(2 * view.width());
    assertThat(image.getHeight()).isEqualTo(2 * view.height());
    assertThat(hex(image, 0, 0)).isEqualTo(Token.CANVAS.hex(Theme.LIGHT));
    Zone dmz = zone(scene);
    Box box = scene.boxOfElement(dmz.getId()).orElseThrow();
    assertThat(
            hex(
                image,
                2 * (box.bounds().x() - view.x() + 6),
                2 * (box.bounds().centerY() - view.y())))
        .isEqualTo(Token.ZONE_PERIMETER.hex(Theme.LIGHT));
  }

  @Test
  void stripsFitTogether() throws IOException {
    Scene scene = PictureSamples.labShop();
    double scale = 4; // over three strips

    BufferedImage strips = read(PictureSamples.bytes(PictureFormat.PNG, scene, scale, null));
    BufferedImage whole = DiagramPng.image(scene, Theme.LIGHT, scale);

    assertThat((long) strips.getWidth() * strips.getHeight()).isGreaterThan(12_000_000);
    for (int y = 0; y < whole.getHeight(); y++) {
      for (int x = 0; x < whole.getWidth(); x += 3) {
        int difference = difference(whole.getRGB(x, y), strips.getRGB(x, y));
        // Antialiasing may round another way where a path is cut.
        assertThat(difference).as("%d, %d", x, y).isLessThan(24);
      }
    }
  }

  @Test
  void samePictureIsTheSameBytes() throws IOException {
    assertThat(PictureSamples.bytes(PictureFormat.PNG, PictureSamples.labShop(), 1, null))
        .isEqualTo(PictureSamples.bytes(PictureFormat.PNG, PictureSamples.labShop(), 1, null));
  }

  @Test
  void pictureThatWouldBeTooLargeIsRefusedWithTheLargestScale() throws IOException {
    Scene scene = PictureSamples.labShop();

    assertThatThrownBy(() -> PictureSamples.bytes(PictureFormat.PNG, scene, 60, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("megapixels")
        .hasMessageContaining(
            "largest scale for this diagram is " + DiagramPng.largestScale(PictureFrame.of(scene)));
  }

  @Test
  void drawingCanBeCancelled() throws IOException {
    Scene scene = PictureSamples.labShop();
    Progress cancelled =
        new Progress() {
          @Override
          public void begin(String task, long totalWork) {}

          @Override
          public void worked(long units) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };

    assertThatThrownBy(
            () ->
                DiagramPng.write(scene, Theme.LIGHT, 1, OutputStream.nullOutputStream(), cancelled))
        .isInstanceOf(CancelledException.class);
  }

  private static Zone zone(Scene scene) throws IOException {
    return PictureSamples.design("lab-shop").getZones().stream()
        .filter(zone -> zone.getName().equals("dmz"))
        .filter(zone -> scene.boxOfElement(zone.getId()).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static String hex(BufferedImage image, int x, int y) {
    return String.format("#%06X", image.getRGB(x, y) & 0xFFFFFF);
  }

  private static int difference(int one, int other) {
    int most = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      most = Math.max(most, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return most;
  }
}
