package org.firebreak.ui.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.scene.Alarm;

/**
 * The open findings of a design by the elements that they name.
 *
 * @param findings by the id of the element, in their order
 * @param inside the worst alarm on an element or on anything in it, by id
 */
record FindingsByElement(Map<String, List<Finding>> findings, Map<String, Alarm> inside) {
  static final FindingsByElement NONE = new FindingsByElement(Map.of(), Map.of());

  /** Sorts findings by element, and lets containers know of what is in them. */
  static FindingsByElement of(List<Finding> found, Design design) {
    Map<String, List<Finding>> findings = new HashMap<>();
    for (Finding finding : found) {
      for (ElementRef element : finding.elements()) {
        List<Finding> list = findings.computeIfAbsent(element.id(), key -> new ArrayList<>(1));
        if (list.isEmpty() || list.get(list.size() - 1) != finding) {
          list.add(finding);
        }
      }
    }
    FindingsByElement index = new FindingsByElement(findings, new HashMap<>());
    index.worst(design);
    return index;
  }

  List<Finding> on(String id) {
    return findings.getOrDefault(id, List.of());
  }

  /** {@code Error: …}, the worst on each element that has any, by the id of the element. */
  Map<String, String> worstInWords() {
    Map<String, String> words = new HashMap<>();
    findings.forEach((id, list) -> words.put(id, FindingWords.line(list.get(0))));
    return words;
  }

  /** The worst alarm of each element that has one. */
  Map<String, Alarm> alarms() {
    Map<String, Alarm> alarms = new HashMap<>();
    findings.forEach(
        (id, list) -> {
          Alarm alarm = alarm(list);
          if (alarm != Alarm.NONE) {
            alarms.put(id, alarm);
          }
        });
    return alarms;
  }

  /** Findings come the worst first, so the first tells. */
  private static Alarm alarm(List<Finding> list) {
    return list.isEmpty() ? Alarm.NONE : alarm(list.get(0).severity());
  }

  private static Alarm alarm(FindingSeverity severity) {
    return switch (severity) {
      case ERROR -> Alarm.ERROR;
      case WARNING -> Alarm.WARNING;
      case INFO -> Alarm.NONE;
    };
  }

  private Alarm worst(EObject object) {
    Alarm worst = Alarm.NONE;
    for (EObject child : object.eContents()) {
      worst = worst.worse(worst(child));
    }
    if (object instanceof Element element) {
      worst = worst.worse(alarm(on(element.getId())));
      if (worst != Alarm.NONE) {
        inside.put(element.getId(), worst);
      }
    }
    return worst;
  }
}
