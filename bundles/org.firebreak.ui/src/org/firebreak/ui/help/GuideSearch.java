package org.firebreak.ui.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** Finds the sections of the guide that have all the words one looks for. */
final class GuideSearch {
  private static final int EXCERPT = 150;

  /**
   * A section in which all words occur.
   *
   * @param excerpt the text around the first of them
   * @param inTitle whether all words are in the heading
   */
  record Hit(GuidePage page, GuidePage.Section section, String excerpt, boolean inTitle) {}

  private GuideSearch() {}

  /** The sections with all words, those first that have them in their heading. */
  static List<Hit> find(Guide guide, String query) {
    List<String> words =
        Arrays.stream(query.toLowerCase(Locale.ROOT).trim().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    List<Hit> hits = new ArrayList<>();
    if (!words.isEmpty()) {
      guide.pages().forEach(page -> search(page, words, hits));
      hits.sort((a, b) -> Boolean.compare(b.inTitle(), a.inTitle()));
    }
    return hits;
  }

  private static void search(GuidePage page, List<String> words, List<Hit> hits) {
    int next = 0;
    GuidePage.Section section = null;
    StringBuilder text = new StringBuilder();
    for (Node node = page.content().getFirstChild(); node != null; node = node.getNext()) {
      boolean starts =
          node instanceof Heading heading
              && next < page.sections().size()
              && heading.getLevel() <= 3;
      if (starts) {
        add(page, section, text.toString(), words, hits);
        section = page.sections().get(next++);
        text.setLength(0);
      } else {
        text.append(RichText.of(node).text()).append(' ');
      }
    }
    add(page, section, text.toString(), words, hits);
  }

  private static void add(
      GuidePage page, GuidePage.Section section, String text, List<String> words, List<Hit> hits) {
    if (section == null) {
      return;
    }
    String plain = text.replaceAll("\\s+", " ").strip();
    String title = section.title().toLowerCase(Locale.ROOT);
    String all = title + " " + plain.toLowerCase(Locale.ROOT);
    if (words.stream().allMatch(all::contains)) {
      boolean inTitle = words.stream().allMatch(title::contains);
      hits.add(new Hit(page, section, excerpt(plain, words.get(0)), inTitle));
    }
  }

  private static String excerpt(String text, String word) {
    int at = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(word));
    int start = at < EXCERPT / 3 ? 0 : text.indexOf(' ', at - EXCERPT / 3) + 1;
    int end = Math.min(text.length(), start + EXCERPT);
    return (start > 0 ? "… " : "") + text.substring(start, end) + (end < text.length() ? " …" : "");
  }
}
