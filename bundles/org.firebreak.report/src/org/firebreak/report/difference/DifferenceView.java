package org.firebreak.report.difference;

import java.util.List;

/**
 * The content of the page of differences.
 *
 * @param kind what is compared, in words, for instance {@code policy bundles}
 * @param before the older one as the user names it
 * @param after the newer one as the user names it
 * @param summary the counts in words
 * @param sections what differs, in order; none if nothing does
 */
public record DifferenceView(
    String kind, String before, String after, String summary, List<Section> sections) {
  public DifferenceView {
    sections = List.copyOf(sections);
  }

  /**
   * A part of the page, for instance a platform.
   *
   * @param notes sentences about it as a whole
   */
  public record Section(String title, String summary, List<String> notes, List<Group> groups) {
    public Section {
      notes = List.copyOf(notes);
      groups = List.copyOf(groups);
    }
  }

  /** Rows that belong together, for instance of a file. */
  public record Group(String title, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Something that differs.
   *
   * @param change {@code added}, {@code removed}, {@code changed} or {@code moved}
   * @param name what it is
   * @param note where it comes from; empty if there is nothing to say
   */
  public record Row(String change, String name, String note, Text before, Text after) {}

  /**
   * A text with the part that differs from its counterpart.
   *
   * @param head what both begin with
   * @param middle what differs; the whole text if there is no counterpart
   * @param tail what both end with
   */
  public record Text(String head, String middle, String tail) {
    private static final Text NONE = new Text("", "", "");

    /** Two texts that stand beside each other; an empty one is no counterpart. */
    public static List<Text> pair(String before, String after) {
      if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
        return List.of(whole(before, after), whole(after, before));
      }
      int head = commonHead(before, after);
      int tail = commonTail(before, after, head);
      return List.of(parts(before, head, tail), parts(after, head, tail));
    }

    private static Text whole(String text, String other) {
      return text.isEmpty()
          ? NONE
          : text.equals(other) ? new Text(text, "", "") : new Text("", text, "");
    }

    private static Text parts(String text, int head, int tail) {
      int end = text.length() - tail;
      return new Text(text.substring(0, head), text.substring(head, end), text.substring(end));
    }

    /** Up to a beginning of a word, so that no word is split. */
    private static int commonHead(String one, String other) {
      int most = Math.min(one.length(), other.length());
      int head = 0;
      while (head < most && one.charAt(head) == other.charAt(head)) {
        head++;
      }
      while (head > 0 && isInWord(one.charAt(head - 1))) {
        head--;
      }
      return head;
    }

    private static int commonTail(String one, String other, int head) {
      int most = Math.min(one.length(), other.length()) - head;
      int tail = 0;
      while (tail < most
          && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
        tail++;
      }
      while (tail > 0 && isInWord(one.charAt(one.length() - tail))) {
        tail--;
      }
      return tail;
    }

    private static boolean isInWord(char c) {
      return !Character.isWhitespace(c);
    }
  }
}
