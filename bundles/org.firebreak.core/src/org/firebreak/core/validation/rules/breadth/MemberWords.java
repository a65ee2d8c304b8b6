package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.FirebreakPackage;
import org.firebreak.model.Label;
import org.firebreak.model.Server;

/**
 * Words in which the members of a group differ, by their names or by a label. Most groups are of
 * like servers with names like web1 and web2; they are told by a glance.
 */
final class MemberWords {
  private static final List<String> ROLE_LABELS =
      List.of("role", "function", "service", "component", "tier");

  /**
   * Words of members.
   *
   * @param by where they stand, as findings say it
   * @param bearers for each word the positions in the group of the members that bear it
   */
  record Words(String by, Map<String, BitSet> bearers) {}

  private final ValidationContext context;
  private final Map<Integer, List<Words>> known = new HashMap<>();
  private final Map<String, Set<String>> wordsOf = new HashMap<>();

  private MemberWords(ValidationContext context) {
    this.context = context;
  }

  static MemberWords in(ValidationContext context) {
    return context.shared(MemberWords.class, MemberWords::new);
  }

  /**
   * The words that tell the members apart, the clearest first: of labels, then of names. None where
   * all members bear the same, or where some have no such label, of which then nothing is known.
   */
  List<Words> of(PolicyEndpoint group) {
    return known.computeIfAbsent(group.index(), index -> compute(group));
  }

  private List<Words> compute(PolicyEndpoint group) {
    List<Server> members = context.servers().subList(group.from(), group.to());
    List<Words> all = new ArrayList<>();
    if (hasLabels(members.get(0))) {
      for (String key : ROLE_LABELS) {
        add("by their label " + key, members, member -> label(member, key), all);
      }
    }
    add("by their names", members, Server::getName, all);
    return List.copyOf(all);
  }

  private void add(
      String by, List<Server> members, Function<Server, String> textOf, List<Words> all) {
    String first = textOf.apply(members.get(0));
    boolean alike = true;
    for (Server member : members) {
      String text = textOf.apply(member);
      if (text == null || text.isBlank()) {
        return;
      }
      alike = alike && sameLetters(first, text);
    }
    if (!alike) {
      Map<String, BitSet> bearers = new HashMap<>();
      for (int i = 0; i < members.size(); i++) {
        for (String word : words(textOf.apply(members.get(i)))) {
          bearers.computeIfAbsent(word, any -> new BitSet()).set(i);
        }
      }
      all.add(new Words(by, bearers));
    }
  }

  /** Names of servers differ in their numbers mostly, which are no words. */
  private Set<String> words(String text) {
    StringBuilder parts = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      parts.append(Character.isLetter(c) ? c : '-');
      if (!Character.isLetter(c) && parts.length() > 1 && parts.charAt(parts.length() - 2) == '-') {
        parts.setLength(parts.length() - 1);
      }
    }
    return wordsOf.computeIfAbsent(parts.toString(), ServiceWords::wordsIn);
  }

  private static boolean sameLetters(String one, String other) {
    int j = nextLetter(other, 0);
    for (int i = nextLetter(one, 0); i < one.length(); i = nextLetter(one, i + 1)) {
      if (j >= other.length() || one.charAt(i) != other.charAt(j)) {
        return false;
      }
      j = nextLetter(other, j + 1);
    }
    return j >= other.length();
  }

  private static int nextLetter(String text, int from) {
    int i = from;
    while (i < text.length() && !Character.isLetter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Asking for the list would make one. */
  private static boolean hasLabels(Server server) {
    return server.eIsSet(FirebreakPackage.Literals.ENDPOINT__LABELS);
  }

  private static String label(Server server, String key) {
    return !hasLabels(server)
        ? null
        : server.getLabels().stream()
            .filter(label -> label.getKey() != null)
            .filter(label -> key.equals(label.getKey().strip().toLowerCase(Locale.ROOT)))
            .map(Label::getValue)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }
}
