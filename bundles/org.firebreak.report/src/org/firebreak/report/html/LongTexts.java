package org.firebreak.report.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens words that are much longer than anything that people read, so that no name fills a page
 * or leaves it. Data formats hold them whole.
 */
final class LongTexts {
  /** Longer than the addresses of sources and all hashes. */
  private static final int WORD = 160;

  private static final Pattern TEXT = Pattern.compile(">[^<>]{" + WORD + ",}<");
  private static final Pattern LONG_WORD = Pattern.compile("\\S{" + (WORD + 1) + ",}");
  private static final Pattern HALF_ENTITY = Pattern.compile("&[^;]*$");

  private LongTexts() {}

  /** A page whose texts have no longer words. */
  static String words(String page) {
    int body = page.indexOf("<body");
    Matcher texts = TEXT.matcher(page).region(body, page.length());
    StringBuilder out = new StringBuilder(page.length()).append(page, 0, body);
    int end = body;
    while (texts.find()) {
      out.append(page, end, texts.start());
      out.append(
          LONG_WORD
              .matcher(texts.group())
              .replaceAll(
                  word -> {
                    String tail = word.group().endsWith("<") ? "<" : "";
                    String start = HALF_ENTITY.matcher(cut(word.group(), WORD)).replaceFirst("…");
                    return Matcher.quoteReplacement(start + tail);
                  }));
      end = texts.end();
    }
    return out.append(page, end, page.length()).toString();
  }

  private static String cut(String text, int length) {
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "…";
  }
}
