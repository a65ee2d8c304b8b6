package org.firebreak.core.reach;

/** How many hops an intruder is taken to make. */
public enum Hops {
  /** One connection. */
  ONE("one", "one hop"),
  /** Any number of connections from server to server. */
  ANY("any", "any number of hops");

  private final String key;
  private final String label;

  Hops(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** Name in files. */
  public String key() {
    return key;
  }

  /** Name for people. */
  public String label() {
    return label;
  }
}
