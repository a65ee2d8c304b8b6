package org.firebreak.core.table;

import java.util.Comparator;

/**
 * The order in which people expect names and addresses: runs of digits by their value, letters
 * without regard to case, blank at the end.
 */
final class NaturalOrder {
  static final Comparator<String> TEXT = NaturalOrder::compare;

  private NaturalOrder() {}

  private static int compare(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      char x = a.charAt(i);
      char y = b.charAt(j);
      int order;
      if (isDigit(x) && isDigit(y)) {
        int endA = endOfDigits(a, i);
        int endB = endOfDigits(b, j);
        order = compareDigits(a, i, endA, b, j, endB);
        i = endA;
        j = endB;
      } else {
        order = Character.compare(Character.toLowerCase(x), Character.toLowerCase(y));
        i++;
        j++;
      }
      if (order != 0) {
        return order;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int compareDigits(String a, int i, int endA, String b, int j, int endB) {
    int startA = i;
    int startB = j;
    while (startA < endA - 1 && a.charAt(startA) == '0') {
      startA++;
    }
    while (startB < endB - 1 && b.charAt(startB) == '0') {
      startB++;
    }
    int order = Integer.compare(endA - startA, endB - startB);
    while (order == 0 && startA < endA) {
      order = Character.compare(a.charAt(startA++), b.charAt(startB++));
    }
    return order;
  }
}
