package org.firebreak.diagram.selecting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.policies.LineHost;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;

/** Parts of a diagram that have something to do with those that are selected. */
final class Choices {
  private Choices() {}

  /** Selected boxes and lines; not the diagram itself. */
  static List<EditPart> selected(DiagramContext context) {
    List<EditPart> selected = new ArrayList<>();
    for (Object part : context.canvas().viewer().getSelectedEditParts()) {
      if (part instanceof LineHost || isBox((EditPart) part)) {
        selected.add((EditPart) part);
      }
    }
    return selected;
  }

  static boolean isBox(EditPart part) {
    return part instanceof BoxHost host && host.box() != null;
  }

  static List<EditPart> sameKind(DiagramContext context) {
    Set<Object> kinds = new HashSet<>();
    selected(context).forEach(part -> kinds.add(kind(part)));
    return all(context).stream().filter(part -> kinds.contains(kind(part))).toList();
  }

  static List<EditPart> sameGroup(DiagramContext context) {
    Set<EditPart> beside = new LinkedHashSet<>();
    for (EditPart part : selected(context)) {
      if (isBox(part)) {
        for (Object sibling : part.getParent().getChildren()) {
          beside.add((EditPart) sibling);
        }
      }
    }
    return List.copyOf(beside);
  }

  static List<EditPart> connected(DiagramContext context) {
    Set<EditPart> connected = new LinkedHashSet<>(selected(context));
    for (EditPart part : selected(context)) {
      if (part instanceof ConnectionEditPart line) {
        addWithEnds(line, connected);
      } else {
        addLines((GraphicalEditPart) part, connected);
      }
    }
    return List.copyOf(connected);
  }

  static List<EditPart> inverse(DiagramContext context) {
    List<EditPart> selected = selected(context);
    Set<EditPart> related = new HashSet<>(selected);
    for (EditPart part : selected) {
      for (EditPart around = part.getParent(); around != null; around = around.getParent()) {
        related.add(around);
      }
      addContent(part, related);
    }
    List<EditPart> rest = new ArrayList<>();
    addOutside(context.canvas().viewer().getContents(), related, rest);
    for (EditPart part : all(context)) {
      if (part instanceof LineHost && !related.contains(part)) {
        rest.add(part);
      }
    }
    return rest;
  }

  /** The outermost boxes that have nothing to do with the given ones. */
  private static void addOutside(EditPart parent, Set<EditPart> related, List<EditPart> rest) {
    for (Object child : parent.getChildren()) {
      EditPart part = (EditPart) child;
      if (!related.contains(part)) {
        rest.add(part);
      } else {
        addOutside(part, related, rest);
      }
    }
  }

  private static void addContent(EditPart part, Set<EditPart> content) {
    for (Object child : part.getChildren()) {
      content.add((EditPart) child);
      addContent((EditPart) child, content);
    }
  }

  private static void addLines(GraphicalEditPart part, Set<EditPart> connected) {
    for (Object line : part.getSourceConnections()) {
      addWithEnds((ConnectionEditPart) line, connected);
    }
    for (Object line : part.getTargetConnections()) {
      addWithEnds((ConnectionEditPart) line, connected);
    }
  }

  private static void addWithEnds(ConnectionEditPart line, Set<EditPart> connected) {
    connected.add(line);
    connected.add(line.getSource());
    connected.add(line.getTarget());
  }

  /** Boxes and lines in the order of the scene. */
  private static List<EditPart> all(DiagramContext context) {
    LiveScene live = context.canvas().live();
    List<EditPart> all = new ArrayList<>();
    for (Box box : live.scene().boxes()) {
      add(live.model(box.id()), context, all);
    }
    for (Line line : live.lines()) {
      add(new FlowLine(line.id()), context, all);
    }
    return all;
  }

  private static void add(Object model, DiagramContext context, List<EditPart> all) {
    if (context.canvas().viewer().getEditPartRegistry().get(model) instanceof EditPart part) {
      all.add(part);
    }
  }

  private static Object kind(EditPart part) {
    if (part instanceof LineHost) {
      return LineHost.class;
    }
    EClass kind = ((EObject) part.getAdapter(EObject.class)).eClass();
    return kind;
  }
}
