package org.firebreak.core.reach;

import java.util.Arrays;
import java.util.Optional;

/** Of which compromised servers a blast radius speaks. */
public enum RadiusKind {
  MEAN("mean", "mean blast radius", "Servers reached from a compromised one on average."),
  WORST(
      "worst",
      "worst blast radius",
      "Servers reached from the compromised one from which it is most."),
  INTERNET(
      "internet",
      "blast radius from the Internet",
      "Servers reached from the internet-facing one from which it is most.");

  private final String key;
  private final String label;
  private final String description;

  RadiusKind(String key, String label, String description) {
    this.key = key;
    this.label = label;
    this.description = description;
  }

  /** The kind with a key. */
  public static Optional<RadiusKind> byKey(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }

  /** Name in files. */
  public String key() {
    return key;
  }

  /** Name for people. */
  public String label() {
    return label;
  }

  /** What it counts. */
  public String description() {
    return description;
  }
}
