package org.firebreak.core.describe;

import java.util.Locale;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.Bendpoint;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Flow;
import org.firebreak.model.Label;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Strategy;

/** What elements are called. */
final class Labels {

  private Labels() {}

  static String of(EObject object) {
    return switch (object) {
      case null -> "(none)";
      case Flow flow -> flow(flow);
      case Strategy strategy when isBlank(strategy.getName()) -> EnumTexts.of(strategy.getKind());
      case NamedElement element ->
          isBlank(element.getName()) ? unnamed(element) : element.getName();
      case AcceptedFinding accepted -> accepted.getRule();
      case DiagramNode node -> node(node);
      case DiagramConnection connection -> of(connection.getFlow());
      case Label label -> label.getKey() + " = " + label.getValue();
      case Bendpoint point -> "(" + point.getX() + ", " + point.getY() + ")";
      default -> Kinds.of(object.eClass()).singular();
    };
  }

  private static String flow(Flow flow) {
    if (!isBlank(flow.getName())) {
      return flow.getName();
    }
    return of(flow.getSource()) + " → " + of(flow.getDestination());
  }

  private static String node(DiagramNode node) {
    if (node.getElement() != null) {
      return of(node.getElement());
    }
    String text = node.getText();
    return isBlank(text) ? "(empty note)" : text.strip().lines().findFirst().orElseThrow();
  }

  private static String unnamed(NamedElement element) {
    return "(unnamed " + Kinds.of(element.eClass()).singular().toLowerCase(Locale.ROOT) + ")";
  }

  static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
