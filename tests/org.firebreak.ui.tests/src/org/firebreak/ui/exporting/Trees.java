package org.firebreak.ui.exporting;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Trees as tests look through them; on the UI thread. */
final class Trees {
  private Trees() {}

  /** Opens an item and all below it, which makes a lazy tree fill itself. */
  static void expand(Tree tree, TreeItem item) {
    if (item.getItemCount() > 0 && !item.getExpanded()) {
      Event event = new Event();
      event.item = item;
      tree.notifyListeners(SWT.Expand, event);
      item.setExpanded(true);
    }
    for (TreeItem child : item.getItems()) {
      expand(tree, child);
    }
  }

  /** Items with all below them. */
  static Stream<TreeItem> items(TreeItem[] items) {
    return Arrays.stream(items)
        .flatMap(item -> Stream.concat(Stream.of(item), items(item.getItems())));
  }
}
