package org.firebreak.rulebase.nftables;

import java.util.List;
import org.firebreak.rulebase.linux.TcpFlags;

/**
 * Matches of the flags of TCP: {@code syn}, {@code & (fin|syn) == syn}, {@code syn / fin,syn},
 * {@code { syn, fin }}.
 */
final class NftFlags {
  private NftFlags() {}

  /** Whether a packet matches that has the flag SYN and no other. */
  static boolean matchSyn(RuleWords words, boolean negated) throws NotUnderstood {
    if (words.accept("&")) {
      int mask = flags(words);
      boolean differs = words.accept("!=");
      if (!differs && !words.accept("==")) {
        throw new NotUnderstood("a match of flags that is not known");
      }
      return (TcpFlags.SYN & mask) == flags(words) != differs;
    }
    if (words.peek().equals("{")) {
      words.next();
      boolean matches = false;
      while (!words.accept("}")) {
        matches |= flags(words, false) == TcpFlags.SYN;
        words.accept(",");
      }
      return matches != negated;
    }
    if (words.accept("!")) {
      int none = flags(words);
      return words.accept("/") ? (TcpFlags.SYN & flags(words)) != none : (TcpFlags.SYN & none) == 0;
    }
    int value = flags(words);
    if (words.accept("/")) {
      return (TcpFlags.SYN & flags(words)) == value != negated;
    }
    return negated ? value != TcpFlags.SYN : (value & TcpFlags.SYN) != 0;
  }

  /** One flag, or several joined by bars or commas, in parentheses or without. */
  private static int flags(RuleWords words) throws NotUnderstood {
    return flags(words, true);
  }

  private static int flags(RuleWords words, boolean commas) throws NotUnderstood {
    StringBuilder text = new StringBuilder(words.next());
    while (words.hasNext() && (goesOn(text, words.peek()) || commas && words.peek().equals(","))) {
      text.append(words.next());
    }
    int flags = 0;
    for (String name : text.toString().replaceAll("[()]", "").split("[|,]")) {
      int flag = name.equals("0x0") ? 0 : TcpFlags.of(name);
      if (flag < 0) {
        throw new NotUnderstood("'" + name + "' is no flag of TCP");
      }
      flags |= flag;
    }
    return flags;
  }

  private static boolean goesOn(StringBuilder text, String next) {
    boolean open = text.indexOf("(") >= 0 && text.indexOf(")") < 0;
    String last = text.substring(text.length() - 1);
    return open || List.of("|", ",").contains(last) || next.equals("|") || next.startsWith("|");
  }
}
