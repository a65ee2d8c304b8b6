package org.firebreak.rulebase.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.rulebase.aws.HclWords.Word;

/**
 * A file in Terraform's own syntax as its JSON syntax has it: labels are fields, blocks that may
 * come several times are lists, and what must be computed is a text {@code ${…}}.
 */
final class HclFile {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 100;

  private final List<Word> words;
  private final List<Word> modules = new ArrayList<>();
  private int at;
  private int depth;

  HclFile(String text) {
    this.words = HclWords.of(text);
  }

  /** The file; blocks that are no resources are left out. */
  ObjectNode read() throws Unended {
    ObjectNode root = JSON.objectNode();
    ObjectNode resources = root.putObject("resource");
    while (at < words.size()) {
      Word word = words.get(at++);
      if (word.is("\n")) {
        continue;
      }
      List<Word> labels = labels();
      if (!take("{")) {
        skipLine();
        continue;
      }
      ObjectNode body = body();
      if (word.is("resource") && labels.size() == 2) {
        resources.withObjectProperty(labels.get(0).text()).set(labels.get(1).text(), body);
      } else if (word.is("module")) {
        modules.add(word);
      }
    }
    return root;
  }

  /** The blocks that stand for other modules. */
  List<Word> modules() {
    return modules;
  }

  /** The file ends where a block is open. */
  static final class Unended extends Exception {
    private static final long serialVersionUID = 1;

    Unended(int line) {
      super(String.valueOf(line));
    }
  }

  private List<Word> labels() {
    List<Word> labels = new ArrayList<>();
    while (at < words.size() && !words.get(at).is("{") && !words.get(at).is("\n")) {
      if (words.get(at).is("=")) {
        break;
      }
      labels.add(words.get(at++));
    }
    return labels;
  }

  private boolean take(String sign) {
    boolean there = at < words.size() && words.get(at).is(sign);
    at += there ? 1 : 0;
    return there;
  }

  private void skipLine() {
    at = Math.max(at, end(at, words.size()));
  }

  private ObjectNode body() throws Unended {
    int line = at < words.size() ? words.get(at).line() : 0;
    if (depth++ > DEEPEST) {
      throw new Unended(line);
    }
    ObjectNode body = JSON.objectNode();
    while (true) {
      if (at >= words.size()) {
        throw new Unended(line);
      }
      Word word = words.get(at++);
      if (word.is("}")) {
        depth--;
        return body;
      }
      if (word.is("\n") || word.is(",")) {
        continue;
      }
      List<Word> labels = labels();
      if (take("=")) {
        int end = end(at, words.size());
        body.set(word.text(), value(at, end));
        at = end;
      } else if (take("{")) {
        ObjectNode inner = body();
        body.withArrayProperty(word.text())
            .add(labels.isEmpty() ? inner : JSON.objectNode().set(labels.get(0).text(), inner));
      }
    }
  }

  /** Where an expression ends: at the end of its line, unless brackets are open. */
  private int end(int from, int to) {
    int open = 0;
    for (int i = from; i < to; i++) {
      Word word = words.get(i);
      if (word.is("(") || word.is("[") || word.is("{")) {
        open++;
      } else if (word.is(")") || word.is("]") || word.is("}")) {
        if (open-- == 0) {
          return i;
        }
      } else if (open == 0 && (word.is("\n") || word.is(","))) {
        return i;
      }
    }
    return to;
  }

  private JsonNode value(int begin, int stop) {
    int from = begin;
    int to = stop;
    while (from < to && words.get(from).is("\n")) {
      from++;
    }
    while (from < to && words.get(to - 1).is("\n")) {
      to--;
    }
    if (to - from == 1) {
      Word word = words.get(from);
      if (word.quoted() || word.text().matches("-?[0-9.]+")) {
        return JSON.textNode(word.text());
      }
      if (word.is("true") || word.is("false")) {
        return JSON.booleanNode(word.is("true"));
      }
      if (word.is("null")) {
        return JSON.nullNode();
      }
    }
    boolean plain =
        from < to && depth < DEEPEST && closes(from, to) && !words.get(from + 1).is("for");
    if (plain && (words.get(from).is("[") || words.get(from).is("{"))) {
      depth++;
      JsonNode all = words.get(from).is("[") ? list(from + 1, to - 1) : object(from + 1, to - 1);
      depth--;
      return all;
    }
    StringBuilder raw = new StringBuilder("${");
    for (int i = from; i < to; i++) {
      Word word = words.get(i);
      raw.append(word.quoted() ? '"' + word.text() + '"' : word.is("\n") ? " " : word.text());
    }
    return JSON.textNode(raw.append('}').toString());
  }

  /** Whether the bracket that an expression begins with closes at its end. */
  private boolean closes(int from, int to) {
    int open = 0;
    for (int i = from; i < to; i++) {
      Word word = words.get(i);
      open += word.is("[") || word.is("{") || word.is("(") ? 1 : 0;
      open -= word.is("]") || word.is("}") || word.is(")") ? 1 : 0;
      if (open == 0) {
        return i == to - 1;
      }
    }
    return false;
  }

  private ArrayNode list(int from, int to) {
    ArrayNode list = JSON.arrayNode();
    for (int i = from; i < to; ) {
      if (words.get(i).is("\n") || words.get(i).is(",")) {
        i++;
        continue;
      }
      int end = elementEnd(i, to);
      list.add(value(i, end));
      i = end + 1;
    }
    return list;
  }

  /** An element ends at a comma; lines do not end it. */
  private int elementEnd(int from, int to) {
    int end = from;
    do {
      end = end(end, to);
    } while (end < to && words.get(end).is("\n") && ++end < to);
    return Math.min(end, to);
  }

  private ObjectNode object(int from, int to) {
    ObjectNode object = JSON.objectNode();
    for (int i = from; i + 2 <= to; ) {
      Word key = words.get(i++);
      if (key.is("\n") || key.is(",") || i >= to) {
        continue;
      }
      if (words.get(i).is("=") || words.get(i).is(":")) {
        int end = end(i + 1, to);
        object.set(key.text(), value(i + 1, end));
        i = end + 1;
      }
    }
    return object;
  }
}
