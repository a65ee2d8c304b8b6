package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.address.AddressSet;

/** The filter of a dynamic group: tags with {@code and}, {@code or} and parentheses. */
final class TagFilter {
  private static final Pattern TOKEN = Pattern.compile("\\s*(?:'([^']*)'|([()])|([^\\s()']+))");

  private final List<String> tokens = new ArrayList<>();
  private final Function<String, AddressSet> tagged;
  private int next;

  private TagFilter(String filter, Function<String, AddressSet> tagged) {
    this.tagged = tagged;
    Matcher matcher = TOKEN.matcher(filter);
    int end = 0;
    while (end < filter.stripTrailing().length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new IllegalArgumentException("the filter of a dynamic group is not understood");
      }
      // a quote before what was quoted tells the tag 'and' from the word
      tokens.add(matcher.group(1) == null ? matcher.group().strip() : "'" + matcher.group(1));
      end = matcher.end();
    }
  }

  /**
   * The addresses for which a filter holds.
   *
   * @param tagged addresses that carry a tag
   * @throws IllegalArgumentException if the filter is not understood; {@code and} beside {@code or}
   *     without parentheses is refused, since it could mean either
   */
  static AddressSet addresses(String filter, Function<String, AddressSet> tagged) {
    TagFilter parser = new TagFilter(filter, tagged);
    AddressSet addresses = parser.expression(0);
    if (parser.next < parser.tokens.size()) {
      throw new IllegalArgumentException("the filter of a dynamic group does not end");
    }
    return addresses;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private AddressSet expression(int depth) {
    AddressSet all = term(depth);
    String operator = peek().toLowerCase(java.util.Locale.ROOT);
    while (!peek().isEmpty() && !peek().equals(")")) {
      if (!peek().equalsIgnoreCase(operator) || !operator.matches("and|or")) {
        throw new IllegalArgumentException("the filter of a dynamic group mixes 'and' and 'or'");
      }
      next++;
      AddressSet term = term(depth);
      all = operator.equals("and") ? AddressBook.common(all, term) : all.union(term);
    }
    return all;
  }

  private AddressSet term(int depth) {
    String token = peek();
    next++;
    if (token.equals("(") && depth < 50) {
      AddressSet inner = expression(depth + 1);
      if (!peek().equals(")")) {
        throw new IllegalArgumentException("a parenthesis in a dynamic group is not closed");
      }
      next++;
      return inner;
    }
    if (token.isEmpty() || token.equals("(") || token.equals(")")) {
      throw new IllegalArgumentException("the filter of a dynamic group lacks a tag");
    }
    return tagged.apply(token.startsWith("'") ? token.substring(1) : token);
  }
}
