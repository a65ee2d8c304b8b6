package org.firebreak.exports.aws;

import java.text.Normalizer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.Slugs;

/** Texts in the characters that EC2 takes. */
final class AwsText {
  private static final int DESCRIPTION = 255;
  private static final int TAG = 256;
  private static final String IN_DESCRIPTIONS = " ._-:/()#,@[]+=&;!*";
  private static final String IN_TAGS = " +-=._:/@";

  private AwsText() {}

  /** A description: letters and digits of ASCII and a few signs; no template sequences. */
  static String description(String text) {
    String plain =
        Normalizer.normalize(PlainText.oneLine(text).replace('→', '>'), Normalizer.Form.NFKD);
    StringBuilder safe = new StringBuilder(Math.min(plain.length(), DESCRIPTION));
    for (int i = 0; i < plain.length() && safe.length() < DESCRIPTION; i++) {
      char c = plain.charAt(i);
      if (isAlphanumeric(c) || IN_DESCRIPTIONS.indexOf(c) >= 0) {
        safe.append(c);
      } else if (c == '>') {
        safe.append("to");
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        safe.append('_');
      }
    }
    return cut(safe.toString(), DESCRIPTION).strip();
  }

  /** The value of a tag: letters and digits of any script and a few signs. */
  static String tag(String text) {
    StringBuilder safe = new StringBuilder();
    PlainText.oneLine(text)
        .codePoints()
        .limit(TAG)
        .map(c -> Character.isLetterOrDigit(c) || IN_TAGS.indexOf(c) >= 0 ? c : '_')
        .forEach(safe::appendCodePoint);
    return cut(safe.toString(), TAG).strip();
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  private static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /** A prefix of names: no {@code sg-}, which EC2 keeps for itself. */
  static String prefix(String text) {
    String slug = Slugs.plain(text, '-', 20);
    return slug.isEmpty() || slug.equals("sg") ? "firebreak" : slug;
  }

  /** The protocol as EC2 names it. */
  static String protocol(int number) {
    return switch (number) {
      case IpProtocols.TCP, IpProtocols.UDP, IpProtocols.ICMP, IpProtocols.ICMPV6 ->
          IpProtocols.name(number);
      default -> Integer.toString(number);
    };
  }

  /** {@code In} or {@code Out}. */
  static String direction(Rule.Direction direction) {
    return direction == Rule.Direction.INBOUND ? "In" : "Out";
  }
}
