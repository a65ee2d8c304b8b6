package org.firebreak.diagram.palette;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Tells assistive technology of the tools, which are no widgets of their own. */
final class PaletteAccess {

  private PaletteAccess() {}

  static void install(ToolPalette palette) {
    palette
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent event) {
                event.result =
                    event.childID == ACC.CHILDID_SELF
                        ? "Palette"
                        : palette.tools().get(event.childID).label();
              }

              @Override
              public void getHelp(AccessibleEvent event) {
                if (event.childID != ACC.CHILDID_SELF) {
                  event.result = palette.tools().get(event.childID).hint();
                }
              }
            });
    palette.getAccessible().addAccessibleControlListener(new Rows(palette));
  }

  private static final class Rows extends AccessibleControlAdapter {
    private final ToolPalette palette;

    private Rows(ToolPalette palette) {
      this.palette = palette;
    }

    @Override
    public void getChildCount(AccessibleControlEvent event) {
      event.detail = palette.tools().size();
    }

    @Override
    public void getChildren(AccessibleControlEvent event) {
      Object[] children = new Object[palette.tools().size()];
      for (int i = 0; i < children.length; i++) {
        children[i] = i;
      }
      event.children = children;
    }

    @Override
    public void getChildAtPoint(AccessibleControlEvent event) {
      Point point = palette.toControl(event.x, event.y);
      int row = palette.rowAt(point.y);
      event.childID = row < 0 ? ACC.CHILDID_SELF : row;
    }

    @Override
    public void getLocation(AccessibleControlEvent event) {
      Rectangle area =
          event.childID == ACC.CHILDID_SELF ? palette.getClientArea() : palette.row(event.childID);
      Point corner = palette.toDisplay(area.x, area.y);
      event.x = corner.x;
      event.y = corner.y;
      event.width = area.width;
      event.height = area.height;
    }

    @Override
    public void getRole(AccessibleControlEvent event) {
      event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_TOOLBAR : ACC.ROLE_RADIOBUTTON;
    }

    @Override
    public void getSelection(AccessibleControlEvent event) {
      event.childID = palette.active();
    }

    @Override
    public void getState(AccessibleControlEvent event) {
      event.detail = ACC.STATE_NORMAL | ACC.STATE_SELECTABLE;
      if (event.childID == palette.active()) {
        event.detail |= ACC.STATE_SELECTED | ACC.STATE_CHECKED;
      }
    }
  }
}
