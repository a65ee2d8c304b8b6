package org.firebreak.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.firebreak.scene.Box;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.paint.Shape;
import org.junit.jupiter.api.Test;

class PictureMetricsTest {
  @Test
  void widthsAreThoseOfTheTypeface() {
    // Liberation Sans: 2048 units an em; A 1366, i 455, figures 1139; bold A 1479.
    assertThat(Typeface.REGULAR.advance('A')).isEqualTo(1366 / 2048f);
    assertThat(Typeface.BOLD.advance('A')).isEqualTo(1479 / 2048f);
    assertThat(PictureMetrics.INSTANCE.width("10", TextStyle.LABEL)).isEqualTo(13);
    assertThat(PictureMetrics.INSTANCE.width("", TextStyle.TITLE)).isZero();
  }

  @Test
  void charactersOutsideTheTypefaceHaveAWidthThatNoMachineChanges() {
    assertThat(PictureMetrics.INSTANCE.width("顧客", TextStyle.BADGE)).isEqualTo(20);
    assertThat(PictureMetrics.INSTANCE.width("🔥", TextStyle.BADGE)).isEqualTo(10);
    assertThat(PictureMetrics.INSTANCE.width("a\u0007b", TextStyle.BADGE))
        .isEqualTo(PictureMetrics.INSTANCE.width("ab", TextStyle.BADGE));
  }

  @Test
  void noTextLeavesItsCard() throws IOException {
    var scene = PictureSamples.labShop();
    for (Box box : scene.boxes()) {
      org.firebreak.scene.paint.BoxPainter.paint(box, scene.metrics()).stream()
          .filter(Shape.Text.class::isInstance)
          .map(Shape.Text.class::cast)
          .forEach(
              text -> {
                Typeface typeface = Typeface.of(text.style());
                double left = Anchors.left(text, typeface);
                double right = left + TextRun.width(text.text(), typeface) * text.style().size();
                assertThat(left).as(text.text()).isGreaterThanOrEqualTo(box.bounds().x() - 1);
                assertThat(right).as(text.text()).isLessThanOrEqualTo(box.bounds().right() + 1);
              });
    }
  }
}
