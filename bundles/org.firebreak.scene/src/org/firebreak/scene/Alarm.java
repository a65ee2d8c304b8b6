package org.firebreak.scene;

/** The worst finding on an element, as the picture shows it. */
public enum Alarm {
  NONE,
  WARNING,
  ERROR;

  /** The worse of the two. */
  public Alarm worse(Alarm other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
