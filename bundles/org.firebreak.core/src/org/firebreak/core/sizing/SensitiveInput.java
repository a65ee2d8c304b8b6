package org.firebreak.core.sizing;

/** An input of a sizing, and what comes of it if it alone is a step smaller or larger. */
public sealed interface SensitiveInput permits Sensitivity, HostSensitivity {
  /** Key of the parameter, or of what is changed of the flows. */
  String key();

  /** Name for people. */
  String label();

  /** Unit of the value. */
  Unit unit();

  /** Value in use; NaN where all flows are meant. */
  double value();

  /** Whether the step changes the choice, in either direction. */
  boolean changesTheChoice();

  /** How far the need moves: larger of both changes over the need, 0 for none. */
  double swing();

  /** Need and choice with the smaller value. */
  String lowerText();

  /** Need and choice with the larger value. */
  String higherText();
}
