package org.firebreak.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of a line are, by the family of the file's format. */
enum Syntax {
  JSON(Parts.NAME + "|" + Parts.STRING + "|" + Parts.literals("true|false|null") + Parts.NUMBER),
  YAML(
      "(?<comment>(?:^|(?<=\\s))#.*)|(?<keyword>^[\\s-]*[\\w./-]+(?=:(?:\\s|$)))|"
          + Parts.STRING
          + "|"
          + Parts.literals("true|false|null")
          + Parts.NUMBER),
  XML(
      "(?<comment><!--.*?(?:-->|$))|(?<keyword></?[\\w:.-]+|/?>|<\\?.*?\\?>)|"
          + Parts.STRING
          + "|"
          + Parts.NUMBER),
  TERRAFORM(
      "(?<comment>(?:#|//).*)|"
          + Parts.STRING
          + "|"
          + Parts.literals(
              "resource|variable|output|locals|module|data|terraform|provider|true|false")
          + Parts.NUMBER),
  /** Shell scripts, rulesets, commands and tables: comments begin with a hash. */
  COMMANDS(
      "(?<comment>(?:^|(?<=\\s))#.*)|"
          + Parts.STRING
          + "|"
          + Parts.literals(
              "table|chain|set|map|type|hook|policy|accept|drop|reject|jump|goto|return|log|counter"
                  + "|ct|state|limit|flush|add|delete|include|create|destroy|rename|move|edit"
                  + "|set|request|commit|if|then|else|elif|fi|for|in|do|done|case|esac|while"
                  + "|function|local|exit|echo|trap|alert|pass|allow|deny|permit|block"
                  + "|-A|-I|-N|-P|-F|-D|-X|-j|-m|-p|-s|-d|COMMIT|ACCEPT|DROP|RETURN|LOG|NFLOG")
          + Parts.NUMBER);

  /** What a part of a line is. */
  enum Kind {
    COMMENT,
    STRING,
    KEYWORD,
    NUMBER
  }

  /** A part of a line. */
  record Part(int start, int end, Kind kind) {}

  /** Longer lines stay uncoloured: they hold data. */
  private static final int LONGEST = 4_000;

  private static final class Parts {
    static final String NAME = "(?<keyword>\"(?:[^\"\\\\]|\\\\.)*+\"(?=\\s*:))";
    static final String STRING =
        "(?<string>\"(?:[^\"\\\\]|\\\\.)*+\"?|(?<![\\w])'(?:[^'\\\\]|\\\\.)*+'?)";
    static final String NUMBER =
        "(?<number>(?<![\\w.:-])(?:\\d+(?:\\.\\d+){0,3}(?:[/:-]\\d[\\d.]*)*"
            + "|(?=[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:)[0-9A-Fa-f:]+(?:/\\d+)?)(?![\\w]))";

    private Parts() {}

    static String literals(String words) {
      return "(?<word>(?<![\\w-])(?:" + words + ")(?![\\w-]))|";
    }
  }

  private final Pattern pattern;

  Syntax(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  static Syntax of(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "json", "sig" -> JSON;
      case "yaml", "yml" -> YAML;
      case "xml" -> XML;
      case "tf" -> TERRAFORM;
      default -> COMMANDS;
    };
  }

  /** The parts of a line that have a colour, in order. */
  List<Part> parts(String line) {
    List<Part> parts = new ArrayList<>();
    if (line.length() > LONGEST) {
      return parts;
    }
    Matcher matcher = pattern.matcher(line);
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        parts.add(new Part(matcher.start(), matcher.end(), kind(matcher)));
      }
    }
    return parts;
  }

  private static Kind kind(Matcher matcher) {
    for (Kind kind : Kind.values()) {
      String group = kind.name().toLowerCase(Locale.ROOT);
      if (matcher.namedGroups().containsKey(group) && matcher.group(group) != null) {
        return kind;
      }
    }
    return Kind.KEYWORD;
  }
}
