package org.firebreak.exports.nftables;

import org.firebreak.core.address.AddressRange;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.linux.RulesetHeader;

/** Pieces of nftables text. */
final class NftText {
  /** Greatest length of a comment, in bytes of UTF-8. */
  private static final int COMMENT = 128;

  private NftText() {}

  /** {@code comment "F-1a2b3c4d lb → web"}: the rule's id and what it is for. */
  static String comment(Rule rule) {
    return "comment \"" + PlainText.oneLine(RulesetHeader.purpose(rule), COMMENT) + '"';
  }

  /** {@code comment "web"}. */
  static String comment(String text) {
    return "comment \"" + PlainText.oneLine(text, COMMENT) + '"';
  }

  /** An element of an interval set: address, prefix or range. */
  static String element(AddressRange range) {
    if (range.isSingle()) {
      return range.first().toString();
    }
    String prefix = prefix(range);
    return prefix == null ? range.toString() : prefix;
  }

  /** The prefix that a range is; {@code null} if it is none. */
  private static String prefix(AddressRange range) {
    long high = range.first().high() ^ range.last().high();
    long low = range.first().low() ^ range.last().low();
    boolean mask =
        high == 0
            ? isMask(low) && (range.first().low() & low) == 0
            : isMask(high)
                && low == -1
                && (range.first().high() & high) == 0
                && range.first().low() == 0;
    if (!mask) {
      return null;
    }
    int host = Long.bitCount(high) + Long.bitCount(low);
    return range.first() + "/" + ((range.v6() ? 128 : 32) - host);
  }

  /** Whether the ones stand at the lower end without a gap. */
  private static boolean isMask(long bits) {
    return (bits & bits + 1) == 0;
  }
}
