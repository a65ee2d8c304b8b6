package org.firebreak.ui.lists;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.viewers.ITreeContentProvider;

/**
 * Content of a tree whose input is the array of its roots and whose nodes know their children.
 *
 * @param <T> type of the nodes
 */
public final class TreeContent<T> implements ITreeContentProvider {
  private final Class<T> type;
  private final Function<T, List<T>> children;

  /**
   * Makes the content of a tree.
   *
   * @param type type of the nodes
   * @param children children of a node; empty for a leaf
   */
  public TreeContent(Class<T> type, Function<T, List<T>> children) {
    this.type = type;
    this.children = children;
  }

  @Override
  public Object[] getElements(Object input) {
    return (Object[]) input;
  }

  @Override
  public Object[] getChildren(Object parent) {
    return children.apply(type.cast(parent)).toArray();
  }

  @Override
  public Object getParent(Object element) {
    return null;
  }

  @Override
  public boolean hasChildren(Object element) {
    return !children.apply(type.cast(element)).isEmpty();
  }
}
