package org.eclipse.jface.util;

import java.util.Objects;

/**
 * The assertions that GEF 3.2.100 calls; the platform moved them to {@code
 * org.eclipse.core.runtime.Assert}.
 */
public final class Assert {
  private Assert() {}

  /** Returns {@code true}, or throws {@link IllegalArgumentException} if the argument is false. */
  public static boolean isLegal(boolean expression) {
    return isLegal(expression, "");
  }

  /** Returns {@code true}, or throws {@link IllegalArgumentException} with the message. */
  public static boolean isLegal(boolean expression, String message) {
    if (!expression) {
      throw new IllegalArgumentException(message);
    }
    return true;
  }

  /** Throws {@link NullPointerException} if the object is null. */
  public static void isNotNull(Object object) {
    Objects.requireNonNull(object);
  }

  /** Throws {@link NullPointerException} with the message if the object is null. */
  public static void isNotNull(Object object, String message) {
    Objects.requireNonNull(object, message);
  }

  /** Returns {@code true}, or throws {@link IllegalArgumentException} if the argument is false. */
  public static boolean isTrue(boolean expression) {
    return isLegal(expression, "");
  }

  /** Returns {@code true}, or throws {@link IllegalArgumentException} with the message. */
  public static boolean isTrue(boolean expression, String message) {
    return isLegal(expression, message);
  }
}
