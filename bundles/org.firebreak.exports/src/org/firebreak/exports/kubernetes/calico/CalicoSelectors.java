package org.firebreak.exports.kubernetes.calico;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.exports.kubernetes.Peers;
import org.firebreak.exports.kubernetes.PodSelector;

/** Selectors in the language of Calico. Values are slugs, so that quotes need no escape. */
final class CalicoSelectors {
  /** Most values of a label in a selector, so that it stays below 1,024 characters. */
  static final int MOST_VALUES = 8;

  private static final int MOST_NAMESPACES = 3;

  private final String namespaceLabel;

  CalicoSelectors(CalicoSettings settings) {
    namespaceLabel = settings.namespaceLabel();
  }

  /** {@code projectcalico.org/namespace == 'shop' && firebreak.example/group == 'web'}. */
  String of(String namespace, PodSelector selector) {
    return of(List.of(namespace), selector);
  }

  /** One or more selectors, for there may be many namespaces. */
  List<String> of(Peers.PodPeer peer) {
    List<String> selectors = new ArrayList<>();
    List<String> namespaces = peer.namespaces();
    for (int i = 0; i < namespaces.size(); i += MOST_NAMESPACES) {
      int end = Math.min(namespaces.size(), i + MOST_NAMESPACES);
      selectors.add(of(namespaces.subList(i, end), peer.selector()));
    }
    return selectors;
  }

  private String of(List<String> namespaces, PodSelector selector) {
    List<String> terms = new ArrayList<>();
    terms.add(term(new PodSelector.Requirement(namespaceLabel, true, namespaces)));
    selector.requirements().forEach(requirement -> terms.add(term(requirement)));
    return String.join(" && ", terms);
  }

  private static String term(PodSelector.Requirement requirement) {
    if (requirement.values().isEmpty()) {
      return "has(" + requirement.key() + ")";
    }
    if (requirement.values().size() == 1) {
      return requirement.key()
          + (requirement.in() ? " == '" : " != '")
          + requirement.values().get(0)
          + "'";
    }
    return requirement.key()
        + (requirement.in() ? " in {" : " not in {")
        + requirement.values().stream()
            .map(value -> "'" + value + "'")
            .collect(Collectors.joining(", "))
        + "}";
  }
}
