package org.firebreak.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.TrustLevel;
import org.firebreak.scene.geometry.Size;
import org.junit.jupiter.api.Test;

class NaturalSizeTest {
  /** Every character is six px wide. */
  private static final TextMetrics SIX = (text, style) -> 6 * text.length();

  private final Designs d = new Designs("Test");
  private final NaturalSize sizes = new NaturalSize(SceneOptions.plain().withMetrics(SIX));

  @Test
  void groupHasRoomForItsWidestRow() {
    ServerGroup group = d.group(null, "db", Risk.LOW, "10.0.0.1", "2001:db8:0:1::4711");

    Size size = sizes.of(group, false);

    int row = 8 + Measures.GLYPH + 7 + 6 * 3 + 16 + 6 * 18 + 8;
    assertThat(size)
        .isEqualTo(
            new Size(Measures.CARD_LEFT + row + Measures.CARD_RIGHT, Measures.cardHeight(2)));
  }

  @Test
  void badgeAndGlobeNeedRoomToo() {
    Server server = d.server(null, "web-frontend", Risk.LOW, "192.168.100.100");
    int plain = sizes.of(server, false).width();
    server.setInternetFacing(true);
    int facing = sizes.of(server, false).width();
    NaturalSize badged =
        new NaturalSize(SceneOptions.plain().withMetrics(SIX).withBadges(end -> Badge.MICRO));

    assertThat(facing).isEqualTo(plain + Measures.GLYPH + 5);
    assertThat(badged.of(server, false).width())
        .isEqualTo(facing + Measures.badgeWidth(Badge.MICRO, SIX) + 6);
  }

  @Test
  void collapsedBoxesAreSmall() {
    ServerGroup group = d.group(null, "db", Risk.LOW, "10.0.0.1", "10.0.0.2");

    assertThat(sizes.of(group, true).height()).isLessThan(sizes.of(group, false).height());
    assertThat(sizes.of(d.zone("z", TrustLevel.DATA), true).height())
        .isLessThan(sizes.of(d.zone("z", TrustLevel.DATA), false).height());
  }

  @Test
  void veryLongNamesDoNotMakeVeryWideCards() {
    ServerGroup group = d.group(null, "x".repeat(500), Risk.LOW, "10.0.0.1");

    assertThat(sizes.of(group, false).width()).isLessThanOrEqualTo(320);
  }

  @Test
  void textIsShortenedToTheWidthItHas() {
    assertThat(SIX.fit("database", TextStyle.ROW, 48)).isEqualTo("database");
    assertThat(SIX.fit("database", TextStyle.ROW, 47)).isEqualTo("databa…");
    assertThat(SIX.fit("a b", TextStyle.ROW, 17)).isEqualTo("a…");
    assertThat(SIX.fit("\uD83D\uDD25\uD83D\uDD25", TextStyle.ROW, 23)).isEqualTo("\uD83D\uDD25…");
    assertThat(SIX.fit("abc", TextStyle.ROW, 0)).isEqualTo("…");
  }

  @Test
  void approximateWidthsGrowWithTextAndSize() {
    TextMetrics metrics = TextMetrics.approximate();

    assertThat(metrics.width("10.20.3.11", TextStyle.ADDRESS)).isBetween(45, 62);
    assertThat(metrics.width("Management", TextStyle.TITLE)).isBetween(70, 95);
    assertThat(metrics.width("漢字", TextStyle.TITLE))
        .isGreaterThan(metrics.width("ab", TextStyle.TITLE));
  }
}
