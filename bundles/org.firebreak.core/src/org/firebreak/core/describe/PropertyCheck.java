package org.firebreak.core.describe;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.service.PortSet;

/** Refuses values of a property that make no sense. */
@FunctionalInterface
public interface PropertyCheck {
  PropertyCheck ANYTHING = value -> {};

  /**
   * @param value a value, perhaps {@code null}
   * @throws IllegalArgumentException if the value makes no sense; the message says why
   */
  void refuse(Object value);

  /** A name that is not blank. */
  static PropertyCheck name() {
    return value -> {
      if (value == null || value.toString().isBlank()) {
        throw new IllegalArgumentException("A name is needed");
      }
    };
  }

  static PropertyCheck addresses() {
    return words(Address::parse, "write it as 10.20.4.11 or 2001:db8::11");
  }

  static PropertyCheck cidrs() {
    return words(AddressRange::parse, "write it as 10.20.4.0/24 or 2001:db8::/64");
  }

  static PropertyCheck ports() {
    return value -> PortSet.parse((String) value);
  }

  static PropertyCheck mailAddresses() {
    return words(
        word -> {
          if (!word.matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException("not an e-mail address: '" + word + "'");
          }
        });
  }

  static PropertyCheck colour() {
    return value -> {
      if (value != null && !value.toString().matches("#[0-9A-Fa-f]{6}")) {
        throw new IllegalArgumentException("Not a colour such as #EEF5FF: " + value);
      }
    };
  }

  /** A number, if there is one, within limits. */
  static PropertyCheck between(double least, double most) {
    return number(
        value -> value >= least && value <= most,
        "Not a number from " + number(least) + " to " + number(most));
  }

  /** No values, or 24, or 168, each a share from 0 to 1. */
  static PropertyCheck hourlyProfile() {
    return value -> {
      List<?> shares = value == null ? List.of() : (List<?>) value;
      if (!shares.isEmpty() && shares.size() != 24 && shares.size() != 168) {
        throw new IllegalArgumentException("24 or 168 values are needed, not " + shares.size());
      }
      for (Object share : shares) {
        if (!share.toString().matches("0(\\.[0-9]+)?|1(\\.0+)?")) {
          throw new IllegalArgumentException("Not a share from 0 to 1: " + share);
        }
      }
    };
  }

  private static PropertyCheck number(DoublePredicate accepted, String problem) {
    return value -> {
      if (value != null && !accepted.test(((Number) value).doubleValue())) {
        throw new IllegalArgumentException(problem);
      }
    };
  }

  private static String number(double value) {
    return Quantity.PLAIN.format(value);
  }

  /** Checks each word; the mend follows what is wrong. */
  private static PropertyCheck words(Consumer<String> check, String mend) {
    return words(
        word -> {
          try {
            check.accept(word);
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "; " + mend, e);
          }
        });
  }

  private static PropertyCheck words(Consumer<String> check) {
    return value -> {
      if (value != null) {
        ((List<?>) value).forEach(word -> check.accept((String) word));
      }
    };
  }
}
