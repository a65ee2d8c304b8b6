package org.firebreak.exports.compare;

/** What became of something from one bundle to another. */
public enum Change {
  ADDED("added"),
  REMOVED("removed"),
  CHANGED("changed"),
  /** A rule stands elsewhere among the others, which may change what is decided. */
  MOVED("moved");

  private final String word;

  Change(String word) {
    this.word = word;
  }

  /** The word for people and for machines. */
  public String word() {
    return word;
  }
}
