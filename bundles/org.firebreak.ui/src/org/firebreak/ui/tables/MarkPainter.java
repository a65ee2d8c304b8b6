package org.firebreak.ui.tables;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Risk;
import org.firebreak.scene.Token;
import org.firebreak.ui.theme.Palette;

/** A risk or a finding in words, after a mark in the colour that it has on the diagram. */
final class MarkPainter extends TextPainter {
  private static final int MARK = 7;
  private static final int ROOM = 12;

  MarkPainter() {
    super(false, false);
  }

  @Override
  public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry configRegistry) {
    Token colour = colour(String.valueOf(cell.getDataValue()));
    if (colour == null) {
      super.paintCell(cell, gc, bounds, configRegistry);
      return;
    }
    Rectangle text = new Rectangle(bounds.x + ROOM, bounds.y, bounds.width - ROOM, bounds.height);
    super.paintCell(cell, gc, text, configRegistry);
    gc.setAntialias(SWT.ON);
    gc.setBackground(Palette.color(colour));
    gc.fillRoundRectangle(bounds.x, bounds.y + (bounds.height - MARK) / 2, MARK, MARK, 3, 3);
  }

  private static Token colour(String text) {
    if (text.startsWith("Error:")) {
      return Token.ERROR;
    }
    if (text.startsWith("Warning:")) {
      return Token.WARNING;
    }
    if (text.startsWith("Hint:")) {
      return Token.RETIRED;
    }
    for (Risk risk : Risk.values()) {
      if (ModelDescriptions.text(risk).equals(text)) {
        return switch (risk) {
          case LOW -> Token.RISK_LOW;
          case MEDIUM -> Token.RISK_MEDIUM;
          case HIGH -> Token.RISK_HIGH;
          case CRITICAL -> Token.RISK_CRITICAL;
        };
      }
    }
    return null;
  }
}
