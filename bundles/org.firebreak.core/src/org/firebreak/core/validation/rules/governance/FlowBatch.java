package org.firebreak.core.validation.rules.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Zone;

/**
 * Flows of which the same is to be said, so that it is said once: those of one owner, or without an
 * owner those between the same two zones.
 *
 * @param reason what is said of them
 * @param flows at least one, in order of precedence
 */
record FlowBatch<R>(R reason, String whose, List<ActiveFlow> flows) {
  private static final int NAMED = 3;

  /**
   * Groups flows.
   *
   * @param reason what is to be said of a flow; {@code null} for nothing
   */
  static <R> List<FlowBatch<R>> of(List<ActiveFlow> flows, Function<ActiveFlow, R> reason) {
    record Key(Object reason, Object owner, Object source, Object destination) {}
    Map<Key, FlowBatch<R>> batches = new LinkedHashMap<>();
    for (ActiveFlow flow : flows) {
      R said = reason.apply(flow);
      if (said != null) {
        Flow element = flow.element();
        boolean owned = isSet(element.getOwner());
        Key key =
            owned
                ? new Key(said, element.getOwner().strip(), null, null)
                : new Key(said, null, place(element.getSource()), place(element.getDestination()));
        batches
            .computeIfAbsent(
                key, same -> new FlowBatch<>(said, whose(element, owned), new ArrayList<>(1)))
            .flows
            .add(flow);
      }
    }
    return List.copyOf(batches.values());
  }

  static boolean isSet(String text) {
    return text != null && !text.isBlank();
  }

  private static String whose(Flow flow, boolean owned) {
    if (owned) {
      return " of " + flow.getOwner().strip();
    }
    NamedElement source = place(flow.getSource());
    NamedElement destination = place(flow.getDestination());
    if (source == null && destination == null) {
      return "";
    }
    if (source == destination) {
      return " inside " + source.getName();
    }
    return (source == null ? "" : " from " + source.getName())
        + (destination == null ? "" : " to " + destination.getName());
  }

  /** The zone of an end, or the network outside; {@code null} for neither. */
  private static NamedElement place(Endpoint end) {
    for (EObject each = end; each != null; each = each.eContainer()) {
      if (each instanceof Zone || each instanceof ExternalNetwork) {
        return (NamedElement) each;
      }
    }
    return null;
  }

  /** {@code Flow a → b}, {@code 12 flows from Front to Data}. */
  String subject() {
    return flows.size() == 1 ? "Flow " + flows.get(0).name() : flows.size() + " flows" + whose;
  }

  /** {@code has} or {@code have}. */
  String has() {
    return flows.size() == 1 ? " has " : " have ";
  }

  /** Each name once: {@code : a → b, c → d and 10 more}; empty for one flow, the subject. */
  String names() {
    return flows.size() == 1 ? "" : ": " + Words.namesOnce(elements(), NAMED);
  }

  List<ElementRef> elements() {
    return flows.stream().map(ActiveFlow::ref).toList();
  }
}
