package org.firebreak.rulebase.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.rulebase.json.Unreadable;

/** Parses literals of PowerShell: single-quoted strings, arrays and hash tables of them. */
final class Literals {
  /** Characters that PowerShell takes for a single quotation mark. */
  private static final String QUOTES = "'\u2018\u2019\u201A\u201B";

  /** A hash table and the line on which it begins. */
  record Table(int line, Map<String, List<String>> values) {}

  private final String text;
  private int at;

  Literals(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** The hash tables of an array {@code @( @{…} … )}. */
  List<Table> tables() throws Unreadable {
    expect("@(");
    List<Table> tables = new ArrayList<>();
    while (!accept(")")) {
      if (!tables.isEmpty()) {
        accept(",");
      }
      skip();
      int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
      expect("@{");
      Map<String, List<String>> values = new LinkedHashMap<>();
      while (!accept("}")) {
        String key = word();
        expect("=");
        if (values.put(key, value()) != null) {
          throw new Unreadable("sets " + key + " twice");
        }
        accept(";");
      }
      tables.add(new Table(line, values));
    }
    return tables;
  }

  /** A string, or an array of strings. */
  private List<String> value() throws Unreadable {
    List<String> values = new ArrayList<>();
    if (!accept("@(")) {
      values.add(string());
      return values;
    }
    while (!accept(")")) {
      if (!values.isEmpty()) {
        expect(",");
      }
      values.add(string());
    }
    return values;
  }

  String string() throws Unreadable {
    skip();
    if (at >= text.length() || QUOTES.indexOf(text.charAt(at)) < 0) {
      throw new Unreadable("has something other than a single-quoted string");
    }
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (QUOTES.indexOf(c) < 0) {
        value.append(c);
      } else if (at + 1 < text.length() && QUOTES.indexOf(text.charAt(at + 1)) >= 0) {
        value.append(text.charAt(++at));
      } else {
        at++;
        return value.toString();
      }
    }
    throw new Unreadable("has a string without an end");
  }

  private String word() throws Unreadable {
    skip();
    int from = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    if (from == at) {
      throw new Unreadable("has no name where one is expected");
    }
    return text.substring(from, at);
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean accept(String token) {
    skip();
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void expect(String token) throws Unreadable {
    if (!accept(token)) {
      throw new Unreadable("lacks " + token);
    }
  }

  /** Where reading stopped. */
  int position() {
    return at;
  }
}
