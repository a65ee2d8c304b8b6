package org.firebreak.cli.sync;

/**
 * How much a run may change: a number, or a percentage of what there was.
 *
 * @param amount the number or percentage, not negative
 */
public record Limit(double amount, boolean percent) {
  /**
   * Reads {@code 20} or {@code 5%}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Limit parse(String text) {
    boolean percent = text.strip().endsWith("%");
    String number = percent ? text.strip().replace("%", "") : text.strip();
    try {
      double amount = Double.parseDouble(number);
      if (amount >= 0 && !Double.isInfinite(amount) && (percent || amount == Math.rint(amount))) {
        return new Limit(amount, percent);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(message(text), e);
    }
    throw new IllegalArgumentException(message(text));
  }

  private static String message(String text) {
    return "'" + text + "' is no limit; write a number such as 20, or a percentage such as 5%";
  }

  /**
   * The most that may change.
   *
   * @param base what there was
   * @param least what a percentage lets change in any case, so that small designs are not stuck
   */
  public long most(long base, long least) {
    return percent ? Math.max(least, (long) Math.floor(base * amount / 100)) : (long) amount;
  }

  @Override
  public String toString() {
    String number =
        amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
    return number + (percent ? "%" : "");
  }
}
