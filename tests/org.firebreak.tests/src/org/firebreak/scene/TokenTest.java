package org.firebreak.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.firebreak.model.TrustLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast as WCAG 2 defines it. */
class TokenTest {

  @ParameterizedTest
  @EnumSource(Theme.class)
  void textStandsOutFromEveryGroundItIsWrittenOn(Theme theme) {
    for (TrustLevel trust : TrustLevel.values()) {
      assertContrast(Token.INK, Tokens.zone(trust), theme, 4.5);
      assertContrast(Token.MUTED, Tokens.zone(trust), theme, 4.5);
    }
    for (Token ground : List.of(Token.CANVAS, Token.CARD, Token.ROW)) {
      for (Token text : List.of(Token.INK, Token.MUTED, Token.ACCENT)) {
        assertContrast(text, ground, theme, 4.5);
      }
    }
    for (Token text : List.of(Token.CLEAR_TEXT, Token.ERROR)) {
      assertContrast(text, Token.CANVAS, theme, 4.5);
    }
    assertContrast(Token.INK, Token.NOTE, theme, 4.5);
    for (Token heat :
        List.of(
            Token.HEAT_NONE,
            Token.HEAT_SLIGHT,
            Token.HEAT_FAIR,
            Token.HEAT_STRONG,
            Token.HEAT_FULL)) {
      assertContrast(Token.INK, heat, theme, 4.5);
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void linesStandOutFromWhatTheyCross(Theme theme) {
    for (Token line :
        List.of(
            Token.FLOW,
            Token.CLEAR_TEXT,
            Token.ERROR,
            Token.ACCENT,
            Token.RETIRED,
            Token.LOAD_LOW,
            Token.LOAD_MEDIUM,
            Token.LOAD_HIGH,
            Token.LOAD_OVER)) {
      assertContrast(line, Token.CANVAS, theme, 3);
      for (TrustLevel trust : TrustLevel.values()) {
        assertContrast(line, Tokens.zone(trust), theme, 3);
      }
    }
    assertContrast(Token.WARNING, Token.CANVAS, theme, 3);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void seriesOfChartsStandOutAndAreWrittenOnInTheColourOfTheGround(Theme theme) {
    for (Token token : Token.values()) {
      if (token.name().startsWith("SERIES_")) {
        assertContrast(token, Token.CANVAS, theme, 4.5);
        assertContrast(token, Token.CARD, theme, 3);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void tableIsAlsoCss(Theme theme) {
    assertThat(Tokens.css(theme).lines())
        .hasSize(Token.values().length)
        .allMatch(line -> line.matches("--fb-[a-z-]+: #[0-9A-F]{6};"));
  }

  private static void assertContrast(Token text, Token ground, Theme theme, double least) {
    double a = luminance(text.hex(theme));
    double b = luminance(ground.hex(theme));
    assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
        .as("%s on %s, %s", text, ground, theme)
        .isGreaterThanOrEqualTo(least);
  }

  private static double luminance(String hex) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double luminance = 0;
    for (int i = 0; i < 3; i++) {
      double value = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      luminance +=
          weights[i] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    return luminance;
  }
}
