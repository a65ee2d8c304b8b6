package org.firebreak.cli.findings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * At which place of the design file each element begins. XML parsers tell where a tag ends, which
 * in a file that somebody has formatted is another line; so the tags are found here. The file has
 * been loaded before, so it is well-formed and declares no entities.
 */
public final class ElementLines {
  /**
   * Where an element begins.
   *
   * @param line from 1
   * @param column from 1, in UTF-16 code units
   */
  public record Place(int line, int column) {}

  /** No file, no lines. */
  public static final ElementLines NONE = new ElementLines();

  private final Map<String, Place> byId = new HashMap<>();

  private ElementLines() {}

  /**
   * Reads a design once.
   *
   * @param wanted ids of the elements to find
   */
  public static ElementLines of(InputStream design, Set<String> wanted) throws IOException {
    ElementLines lines = new ElementLines();
    try (Reader reader =
        new BufferedReader(new InputStreamReader(design, StandardCharsets.UTF_8))) {
      new Scan(reader, wanted, lines.byId).run();
    }
    return lines;
  }

  /** The place of an element; {@code null} if it is not known. */
  public Place of(String id) {
    return byId.get(id);
  }

  /** One pass over the characters. */
  private static final class Scan {
    private static final int END = -1;

    private final Reader reader;
    private final Set<String> wanted;
    private final Map<String, Place> places;
    private final StringBuilder word = new StringBuilder();
    private int line = 1;
    private int column;
    private boolean afterReturn;

    Scan(Reader reader, Set<String> wanted, Map<String, Place> places) {
      this.reader = reader;
      this.wanted = wanted;
      this.places = places;
    }

    void run() throws IOException {
      for (int c = next(); c != END; c = next()) {
        if (c == '<') {
          markup(new Place(line, column));
        }
      }
    }

    private void markup(Place place) throws IOException {
      int c = next();
      if (c == '?') {
        skipPast("?>");
      } else if (c == '!') {
        skipPast(next() == '-' ? "-->" : "]]>");
      } else if (c != '/') {
        tag(place);
      }
    }

    private void skipPast(String end) throws IOException {
      word.setLength(0);
      for (int c = next(); c != END; c = next()) {
        if (word.length() == end.length()) {
          word.deleteCharAt(0);
        }
        word.append((char) c);
        if (end.contentEquals(word)) {
          return;
        }
      }
    }

    private void tag(Place place) throws IOException {
      word.setLength(0);
      for (int c = next(); c != END && c != '>'; c = next()) {
        if (c == '"' || c == '\'') {
          boolean id = "id".contentEquals(word);
          String value = quoted(c);
          if (id && wanted.contains(value)) {
            places.putIfAbsent(value, place);
          }
        } else if (Character.isWhitespace(c)) {
          word.setLength(0);
        } else if (c != '=') {
          word.append((char) c);
        }
      }
    }

    private String quoted(int quote) throws IOException {
      word.setLength(0);
      for (int c = next(); c != END && c != quote; c = next()) {
        word.append((char) c);
      }
      String value = word.toString();
      word.setLength(0);
      return value;
    }

    private int next() throws IOException {
      int c = reader.read();
      boolean newLine = c == '\r' || c == '\n' && !afterReturn;
      if (newLine) {
        line++;
      }
      column = c == '\r' || c == '\n' ? 0 : column + 1;
      afterReturn = c == '\r';
      return c;
    }
  }
}
