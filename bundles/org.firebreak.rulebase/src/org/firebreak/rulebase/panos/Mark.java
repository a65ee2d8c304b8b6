package org.firebreak.rulebase.panos;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comment of a tag says of the rules that carry it: which rule set of the compiled policy
 * they are, and for rules of hosts between which zones.
 *
 * @param tag name of the tag
 * @param ruleSet id of the rule set
 * @param hosts zone of the hosts; {@code null} for a central firewall
 * @param network zone of everything else; {@code null} for a central firewall
 */
record Mark(String tag, String ruleSet, String hosts, String network) {
  private static final Pattern COMMENT =
      Pattern.compile(
          "Firebreak rule set ([A-Za-z0-9._-]+)(?:; hosts in zone ([^;]+); network in zone"
              + " ([^;]+))?\\b.*");

  /** The mark of a tag; {@code null} if the tag is none. */
  static Mark of(Entry tag) {
    Matcher matcher = COMMENT.matcher(tag.one("comments", ""));
    return matcher.matches()
        ? new Mark(tag.name(), matcher.group(1), matcher.group(2), matcher.group(3))
        : null;
  }
}
