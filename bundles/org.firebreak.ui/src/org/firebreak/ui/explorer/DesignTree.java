package org.firebreak.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ServerGroup;
import org.firebreak.ui.designs.OpenDesigns;

/** What is below what in the explorer; the input is the {@link OpenDesigns} of the window. */
final class DesignTree implements ITreeContentProvider {
  private final TreeFilter filter;

  DesignTree(TreeFilter filter) {
    this.filter = filter;
  }

  @Override
  public Object[] getElements(Object input) {
    return ((OpenDesigns) input)
        .all().stream().map(DesignDocument::design).filter(filter::shows).toArray();
  }

  @Override
  public Object[] getChildren(Object node) {
    if (node instanceof Range range) {
      List<?> siblings = shownChildren(range.parent());
      int from = Math.min(siblings.size(), range.index() * Range.SIZE);
      return siblings.subList(from, Math.min(siblings.size(), from + Range.SIZE)).toArray();
    }
    List<?> children = shownChildren(node);
    return children.size() <= Range.SIZE || node instanceof Design
        ? children.toArray()
        : ranges(node, children).toArray();
  }

  @Override
  public boolean hasChildren(Object node) {
    return node instanceof Range || !shownChildren(node).isEmpty();
  }

  @Override
  public Object getParent(Object node) {
    if (node instanceof Range range) {
      return range.parent();
    }
    if (node instanceof Folder folder) {
      return folder.design();
    }
    EObject element = (EObject) node;
    Object parent = naturalParent(element);
    if (parent == null || parent instanceof Design) {
      return parent;
    }
    List<?> siblings = shownChildren(parent);
    if (siblings.size() <= Range.SIZE) {
      return parent;
    }
    int position = siblings.indexOf(element);
    return position < 0 ? parent : ranges(parent, siblings).get(position / Range.SIZE);
  }

  /** The children of a node before the filter and before they are split into ranges. */
  static List<?> children(Object node) {
    return switch (node) {
      case Design design -> contents(design);
      case Folder folder -> folder.children();
      case Container container -> Folder.content(container);
      case ServerGroup group -> group.getServers();
      case EnforcementPoint point -> point.getLinks();
      default -> List.of();
    };
  }

  private static List<Object> contents(Design design) {
    List<Object> contents = new ArrayList<>();
    if (design.getStrategy() != null) {
      contents.add(design.getStrategy());
    }
    for (Folder.Kind kind : Folder.Kind.values()) {
      contents.add(new Folder(design, kind));
    }
    return contents;
  }

  private List<?> shownChildren(Object node) {
    List<?> children = children(node);
    return filter.isEmpty() ? children : children.stream().filter(filter::shows).toList();
  }

  private static Object naturalParent(EObject element) {
    EObject parent = element.eContainer();
    if (!(parent instanceof Design design)) {
      return parent;
    }
    Folder.Kind kind = Folder.Kind.of(element.eContainmentFeature());
    return kind == null ? design : new Folder(design, kind);
  }

  private static List<Range> ranges(Object parent, List<?> children) {
    List<Range> ranges = new ArrayList<>();
    for (int from = 0; from < children.size(); from += Range.SIZE) {
      int last = Math.min(children.size(), from + Range.SIZE) - 1;
      ranges.add(
          new Range(
              parent,
              from / Range.SIZE,
              (EObject) children.get(from),
              (EObject) children.get(last)));
    }
    return ranges;
  }

  /** Whether an element has a place in the tree. */
  static boolean has(EObject element) {
    Object node = element;
    while (node instanceof EObject each && !(node instanceof Design)) {
      Object parent = naturalParent(each);
      if (parent == null || !children(parent).contains(each)) {
        return false;
      }
      node = parent instanceof Folder folder ? folder.design() : parent;
    }
    return node instanceof Design;
  }
}
