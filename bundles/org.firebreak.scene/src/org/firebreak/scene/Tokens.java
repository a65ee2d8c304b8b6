package org.firebreak.scene;

import org.firebreak.model.Risk;
import org.firebreak.model.TrustLevel;

/** Which token stands for what in the model, and the table as CSS. */
public final class Tokens {

  private Tokens() {}

  /** Fill of a zone of this trust level. */
  public static Token zone(TrustLevel trust) {
    return switch (trust) {
      case EXTERNAL -> Token.ZONE_EXTERNAL;
      case PERIMETER -> Token.ZONE_PERIMETER;
      case INTERNAL -> Token.ZONE_INTERNAL;
      case DATA -> Token.ZONE_DATA;
      case REGULATED -> Token.ZONE_REGULATED;
      case MANAGEMENT -> Token.ZONE_MANAGEMENT;
    };
  }

  /** Border of a zone of this trust level. */
  public static Token zoneBorder(TrustLevel trust) {
    return switch (trust) {
      case EXTERNAL -> Token.ZONE_EXTERNAL_BORDER;
      case PERIMETER -> Token.ZONE_PERIMETER_BORDER;
      case INTERNAL -> Token.ZONE_INTERNAL_BORDER;
      case DATA -> Token.ZONE_DATA_BORDER;
      case REGULATED -> Token.ZONE_REGULATED_BORDER;
      case MANAGEMENT -> Token.ZONE_MANAGEMENT_BORDER;
    };
  }

  /** Risk stripe. */
  public static Token risk(Risk risk) {
    return switch (risk) {
      case LOW -> Token.RISK_LOW;
      case MEDIUM -> Token.RISK_MEDIUM;
      case HIGH -> Token.RISK_HIGH;
      case CRITICAL -> Token.RISK_CRITICAL;
    };
  }

  /**
   * All colours of a theme as CSS declarations, one a line: {@code --fb-canvas: #FBFCFD;}.
   *
   * @return declarations without a selector
   */
  public static String css(Theme theme) {
    StringBuilder css = new StringBuilder();
    for (Token token : Token.values()) {
      css.append(token.cssName()).append(": ").append(token.hex(theme)).append(";\n");
    }
    return css.toString();
  }
}
