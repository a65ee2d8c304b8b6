package org.firebreak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a PDF that leave their page or cover each other, by {@code pdftotext -bbox}. */
final class WordBoxes {
  private static final Pattern PAGE =
      Pattern.compile(
          "<page width=\"([\\d.]+)\" height=\"([\\d.]+)\">(.*?)</page>", Pattern.DOTALL);
  private static final Pattern WORD =
      Pattern.compile(
          "<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\" yMax=\"([-\\d.]+)\">"
              + "(.*?)</word>");

  /** A word with its box, points from the upper left corner. */
  private record Word(double left, double top, double right, double bottom, String text) {

    boolean covers(Word other) {
      double across = Math.min(right, other.right) - Math.max(left, other.left);
      double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      return across > 1 && down > 0.35 * Math.min(bottom - top, other.bottom - other.top);
    }
  }

  private WordBoxes() {}

  static List<String> flaws(String boxes) {
    List<String> flaws = new ArrayList<>();
    Matcher pages = PAGE.matcher(boxes);
    int number = 0;
    while (pages.find()) {
      number++;
      double width = Double.parseDouble(pages.group(1));
      double height = Double.parseDouble(pages.group(2));
      List<Word> words = words(pages.group(3));
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        if (word.left < 0 || word.top < 0 || word.right > width || word.bottom > height) {
          flaws.add("page " + number + ": " + word.text + " leaves the page");
        }
        for (Word other : words.subList(i + 1, words.size())) {
          if (word.covers(other)) {
            flaws.add("page " + number + ": " + word.text + " covers " + other.text);
          }
        }
      }
    }
    assertThat(number).as("pages").isPositive();
    return flaws;
  }

  private static List<Word> words(String page) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(page);
    while (matcher.find()) {
      words.add(
          new Word(
              Double.parseDouble(matcher.group(1)),
              Double.parseDouble(matcher.group(2)),
              Double.parseDouble(matcher.group(3)),
              Double.parseDouble(matcher.group(4)),
              matcher.group(5)));
    }
    return words;
  }
}
