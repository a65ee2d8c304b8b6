package org.firebreak.ui.tables;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.model.Risk;
import org.firebreak.scene.Token;
import org.firebreak.ui.findings.FindingWords;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Palette;

/** A risk or a finding in words, after a mark in the colour that it has on the diagram. */
final class MarkPainter extends TextPainter {
  private static final int MARK = 7;
  private static final int ROOM = 12;
  private static final int ICON = 22;

  MarkPainter() {
    super(false, false);
  }

  @Override
  public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry configRegistry) {
    Image icon = icon(String.valueOf(cell.getDataValue()));
    if (icon != null) {
      Rectangle text = new Rectangle(bounds.x + ICON, bounds.y, bounds.width - ICON, bounds.height);
      super.paintCell(cell, gc, text, configRegistry);
      gc.drawImage(icon, bounds.x, bounds.y + (bounds.height - icon.getBounds().height) / 2);
      return;
    }
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

  private static Image icon(String text) {
    for (FindingSeverity severity : FindingSeverity.values()) {
      if (text.startsWith(FindingWords.word(severity) + ":")) {
        return Images.get(severity.label());
      }
    }
    return null;
  }

  private static Token colour(String text) {
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
