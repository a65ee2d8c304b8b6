package org.firebreak.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {
  private static final String OPEN =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
          + " viewBox='0 0 30 10'>";

  private static Logo logo(String svg) {
    return Logo.of(svg.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anSvgThatDrawsIsTaken() {
    Logo logo =
        logo(
            OPEN
                + "<defs><linearGradient id='g'/></defs><rect fill='url(#g)' width='30'"
                + " height='10'/><use href='#g'/></svg>");
    assertThat(logo.isSvg()).isTrue();
    assertThat(logo.widthAt(48)).isEqualTo("144");
    assertThat(logo.dataUrl()).startsWith("data:image/svg+xml;base64,");
  }

  @Test
  void aPngIsTaken() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", png);
    assertThat(Logo.of(png.toByteArray()).widthAt(48)).isEqualTo("96");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<g onload='alert(1)'/>",
        "<image href='http://example.com/a.png'/>",
        "<image xlink:href='file:///etc/passwd'/>",
        "<foreignObject/>",
        "<style>@import 'http://example.com/a.css';</style>",
        "<rect style='fill: url( http://example.com/a )'/>",
        "<a href='javascript:alert(1)'/>"
      })
  void anSvgThatRunsOrFetchesIsRefused(String content) {
    assertThatThrownBy(() -> logo(OPEN + content + "</svg>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use an SVG without scripts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg"
            + " xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><text>&x;</text></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg"
            + " xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>&b;</svg>",
        "<html/>",
        "no picture",
        ""
      })
  void whatIsNoPlainSvgIsRefused(String file) {
    assertThatThrownBy(() -> logo(file)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLargeFileIsRefused() {
    assertThatThrownBy(() -> Logo.of(new byte[Logo.MOST_BYTES + 1]))
        .hasMessageContaining("larger than 1024 KiB");
  }
}
