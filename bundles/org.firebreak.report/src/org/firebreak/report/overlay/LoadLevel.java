package org.firebreak.report.overlay;

import org.firebreak.core.sizing.Unit;
import org.firebreak.scene.LineTint.Pattern;
import org.firebreak.scene.Token;

/** How far a device or a link is loaded, against the utilisation that it may reach. */
enum LoadLevel {
  /** Nothing to compare with: no firewall is crossed, or nothing is known of its appliance. */
  UNCOMPARED(Token.RETIRED, Pattern.PLAIN),
  LOW(Token.LOAD_LOW, Pattern.PLAIN),
  MEDIUM(Token.LOAD_MEDIUM, Pattern.PLAIN),
  HIGH(Token.LOAD_HIGH, Pattern.MARKED),
  OVER(Token.LOAD_OVER, Pattern.EDGED);

  private final Token token;
  private final Pattern pattern;

  LoadLevel(Token token, Pattern pattern) {
    this.token = token;
    this.pattern = pattern;
  }

  /**
   * The level of a load.
   *
   * @param load 1 for fully loaded; NaN if there is nothing to compare with
   * @param ceiling load that may be reached
   */
  static LoadLevel of(double load, double ceiling) {
    if (Double.isNaN(load)) {
      return UNCOMPARED;
    }
    if (load > 1) {
      return OVER;
    }
    if (load > ceiling) {
      return HIGH;
    }
    return load > ceiling / 2 ? MEDIUM : LOW;
  }

  Token token() {
    return token;
  }

  Pattern pattern() {
    return pattern;
  }

  /** What a legend says. */
  String text(double ceiling) {
    return switch (this) {
      case UNCOMPARED -> "none, or unknown";
      case LOW -> "≤ " + Unit.SHARE.format(ceiling / 2);
      case MEDIUM -> "≤ " + Unit.SHARE.format(ceiling) + ", the ceiling";
      case HIGH -> "> ceiling";
      case OVER -> "> 100 %";
    };
  }
}
