package org.firebreak.diagram.figures;

import java.util.List;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.PositionConstants;
import org.firebreak.scene.Token;

/** The tooltip of a box or a line. */
final class HintFigure {

  private HintFigure() {}

  /** The lines one below the other; {@code null} if there are none, or none are wanted. */
  static IFigure of(List<String> lines, CanvasStyle style) {
    if (lines.isEmpty() || !style.hints()) {
      return null;
    }
    Label label = new Label(String.join("\n", lines));
    label.setLabelAlignment(PositionConstants.LEFT);
    label.setOpaque(true);
    label.setBackgroundColor(style.color(Token.CARD));
    label.setForegroundColor(style.color(Token.INK));
    label.setBorder(new MarginBorder(5, 8, 5, 8));
    return label;
  }
}
