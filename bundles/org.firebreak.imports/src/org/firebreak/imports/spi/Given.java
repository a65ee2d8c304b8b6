package org.firebreak.imports.spi;

import java.util.Objects;
import java.util.function.Function;

/**
 * What a file says about one value: nothing, that there is none, or the value. Where it says
 * nothing, the design keeps what it has.
 *
 * @param <T> type of the value
 */
public final class Given<T> {
  private static final Given<?> NOTHING = new Given<>(false, null);
  private static final Given<?> NONE = new Given<>(true, null);

  private final boolean spoken;
  private final T value;

  private Given(boolean spoken, T value) {
    this.spoken = spoken;
    this.value = value;
  }

  /** The file says nothing. */
  @SuppressWarnings("unchecked")
  public static <T> Given<T> nothing() {
    return (Given<T>) NOTHING;
  }

  /** The file says that there is none. */
  @SuppressWarnings("unchecked")
  public static <T> Given<T> none() {
    return (Given<T>) NONE;
  }

  /** The file says what it is. */
  public static <T> Given<T> of(T value) {
    return new Given<>(true, Objects.requireNonNull(value));
  }

  /** Whether the file says anything. */
  public boolean isSpoken() {
    return spoken;
  }

  /** Whether the file gives a value. */
  public boolean isPresent() {
    return value != null;
  }

  /** The value; null if there is none. */
  public T value() {
    return value;
  }

  /** The same statement about something derived from the value. */
  public <R> Given<R> map(Function<T, R> derive) {
    return value != null ? of(derive.apply(value)) : spoken ? none() : nothing();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Given<?> given
        && given.spoken == spoken
        && Objects.equals(given.value, value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(spoken, value);
  }

  @Override
  public String toString() {
    return spoken ? String.valueOf(value) : "nothing";
  }
}
