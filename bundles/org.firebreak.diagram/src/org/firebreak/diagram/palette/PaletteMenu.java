package org.firebreak.diagram.palette;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu of the palette: where it stands, and whether it is seen. */
final class PaletteMenu {
  private final ToolPalette palette;

  PaletteMenu(ToolPalette palette) {
    this.palette = palette;
  }

  Menu create() {
    Menu menu = new Menu(palette);
    MenuItem right = item(menu, SWT.RADIO, "Dock Right", () -> palette.setLeft(false));
    MenuItem left = item(menu, SWT.RADIO, "Dock Left", () -> palette.setLeft(true));
    new MenuItem(menu, SWT.SEPARATOR);
    MenuItem collapsed =
        item(menu, SWT.CHECK, "Collapsed", () -> palette.setCollapsed(!palette.isCollapsed()));
    menu.addListener(
        SWT.Show,
        event -> {
          left.setSelection(palette.isLeft());
          right.setSelection(!palette.isLeft());
          collapsed.setSelection(palette.isCollapsed());
        });
    return menu;
  }

  private static MenuItem item(Menu menu, int style, String text, Runnable action) {
    MenuItem item = new MenuItem(menu, style);
    item.setText(text);
    item.addListener(
        SWT.Selection,
        event -> {
          if (style == SWT.CHECK || item.getSelection()) {
            action.run();
          }
        });
    return item;
  }
}
