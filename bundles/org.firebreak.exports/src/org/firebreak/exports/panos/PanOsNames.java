package org.firebreak.exports.panos;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.exports.PlainText;

/** Names and texts that PAN-OS takes. Lengths and characters are those of its 10.0 schema. */
final class PanOsNames {
  static final int OBJECT = 63;
  static final int RULE = 63;
  static final int ZONE = 31;
  static final int PROFILE_GROUP = 31;
  static final int DEVICE_GROUP = 63;
  static final int APPLICATION = 31;
  static final int DYNAMIC_FILTER = 2047;
  static final int MAIL_SERVER = 31;
  static final int TAG = 127;
  static final int DESCRIPTION = 1023;
  static final int PORT_LIST = 1023;
  static final int FILTER = 1023;
  static final int MAIL_ADDRESS = 128;
  static final int GATEWAY = 63;

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_ .-]*");
  private static final Set<String> RESERVED =
      Set.of("any", "none", "multicast", "intrazone-default", "interzone-default");

  private PanOsNames() {}

  static boolean isName(String name, int length) {
    return name.length() <= length && NAME.matcher(name).matches() && !RESERVED.contains(name);
  }

  static boolean isTag(String tag) {
    return !tag.isEmpty()
        && tag.length() <= TAG
        && !tag.equals("none")
        && tag.chars().noneMatch(c -> c == '[' || c == ']' || c == '\'' || c == '"');
  }

  /** A name that PAN-OS keeps for itself gets a prefix. */
  static String unreserved(String name, String prefix) {
    return RESERVED.contains(name) ? prefix + name : name;
  }

  /** A description in ASCII, without quotes and backslashes. */
  static String description(String text) {
    String line = PlainText.oneLine(text);
    StringBuilder ascii = new StringBuilder(line.length());
    if (line.chars().allMatch(c -> c < 0x7F)) {
      ascii.append(line); // of what is printable ASCII, only quotes and backslashes are refused
    } else {
      Normalizer.normalize(line.replace("→", "->").replace("…", "..."), Normalizer.Form.NFKD)
          .codePoints()
          .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
          .forEach(
              c -> ascii.append(c >= ' ' && c < 0x7F && c != '"' && c != '\\' ? (char) c : '?'));
    }
    if (ascii.length() > DESCRIPTION) {
      ascii.setLength(DESCRIPTION - 3);
      ascii.append("...");
    }
    return ascii.toString();
  }

  /** What an object comes from: {@code web01 (Server 0b1c…)}. */
  static String origin(ElementRef element) {
    int length = DESCRIPTION - element.type().length() - element.id().length() - 3;
    return description(
        PlainText.oneLine(element.name(), Math.max(1, Math.min(200, length)))
            + " ("
            + element.type()
            + " "
            + element.id()
            + ")");
  }
}
