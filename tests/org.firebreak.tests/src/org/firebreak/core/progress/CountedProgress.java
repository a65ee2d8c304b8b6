package org.firebreak.core.progress;

/** Is cancelled once it was asked so often. */
public final class CountedProgress implements Progress {
  private final int most;
  private int checks;

  /** Is cancelled at the question after so many. */
  public CountedProgress(int most) {
    this.most = most;
  }

  @Override
  public void begin(String task, long totalWork) {}

  @Override
  public void worked(long units) {}

  @Override
  public boolean cancelled() {
    return ++checks > most;
  }

  /** How often it was asked. */
  public int checks() {
    return checks;
  }
}
