package org.firebreak.ui.problems;

import java.util.Collection;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolItem;
import org.firebreak.ui.images.Images;

/** A button with the choice of what groups problems. */
final class GroupingMenu extends Action implements IMenuCreator {
  private final List<Action> choices;
  private MenuManager menu;

  GroupingMenu(Collection<Action> choices) {
    super("Group", AS_DROP_DOWN_MENU);
    this.choices = List.copyOf(choices);
    setId("org.firebreak.ui.problems.grouping");
    setToolTipText("Group the problems");
    setImageDescriptor(Images.descriptor("grouping"));
    setMenuCreator(this);
  }

  @Override
  public void runWithEvent(Event event) {
    if (event.widget instanceof ToolItem item) {
      Menu shown = getMenu(item.getParent());
      var bounds = item.getBounds();
      shown.setLocation(item.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
      shown.setVisible(true);
    }
  }

  @Override
  public Menu getMenu(Control parent) {
    dispose();
    menu = new MenuManager();
    choices.forEach(menu::add);
    return menu.createContextMenu(parent);
  }

  @Override
  public Menu getMenu(Menu parent) {
    return null;
  }

  @Override
  public void dispose() {
    if (menu != null) {
      menu.dispose();
      menu = null;
    }
  }
}
