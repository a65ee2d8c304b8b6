package org.firebreak.core.packets;

import java.util.Arrays;

/** Numbers in the order in which they came. */
final class IntList {
  private int[] numbers = new int[8];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  int get(int index) {
    return numbers[index];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void sort() {
    Arrays.sort(numbers, 0, size);
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
