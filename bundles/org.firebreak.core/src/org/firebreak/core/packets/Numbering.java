package org.firebreak.core.packets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Gives equal values one number, from 0 on. */
final class Numbering<T> {
  /** Asked first: to hash a large set costs more than the rest. */
  private final Map<T, Integer> known = new IdentityHashMap<>();

  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  int of(T value) {
    Integer number = known.get(value);
    if (number == null) {
      number = numbers.putIfAbsent(value, values.size());
      if (number == null) {
        number = values.size();
        values.add(value);
      }
      known.put(value, number);
    }
    return number;
  }

  /** The values by number. */
  List<T> values() {
    return values;
  }
}
