package org.firebreak.ui.simulate;

import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.Verdict;

/**
 * What the policy says.
 *
 * @param connection the connection that was asked for; {@code null} if it is unknown
 * @param verdict the verdict; {@code null} if there is none
 * @param problem why there is none; {@code null} if there is one
 */
record Answer(Connection connection, Verdict verdict, String problem) {

  static Answer of(Connection connection, Verdict verdict) {
    return new Answer(connection, verdict, null);
  }

  static Answer problem(String problem) {
    return new Answer(null, null, problem);
  }
}
