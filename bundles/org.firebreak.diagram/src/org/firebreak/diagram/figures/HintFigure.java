package org.firebreak.diagram.figures;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.LineBorder;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.draw2d.ToolbarLayout;
import org.firebreak.scene.Token;

/** The tooltip of a box or a line: what it is, and below a rule what was found at it. */
final class HintFigure {
  /** A bundle of flows has one line for each. */
  private static final int MOST = 12;

  private HintFigure() {}

  /** The lines one below the other; {@code null} if there are none, or none are wanted. */
  static IFigure of(List<String> lines, List<String> remarks, CanvasStyle style) {
    if (lines.isEmpty() && remarks.isEmpty() || !style.hints()) {
      return null;
    }
    Label label = label(String.join("\n", lines), style);
    if (remarks.isEmpty()) {
      label.setOpaque(true);
      label.setBackgroundColor(style.color(Token.CARD));
      return label;
    }
    Figure both = new Figure();
    both.setLayoutManager(new ToolbarLayout());
    both.setOpaque(true);
    both.setBackgroundColor(style.color(Token.CARD));
    if (!lines.isEmpty()) {
      both.add(label);
      Figure rule = new Figure();
      rule.setBorder(new LineBorder(style.color(Token.CARD_BORDER), 1));
      rule.setPreferredSize(1, 1);
      both.add(rule);
    }
    int more = remarks.size() - MOST;
    String found = remarks.stream().limit(MOST).collect(Collectors.joining("\n"));
    both.add(label(more > 0 ? found + "\n+" + more : found, style));
    return both;
  }

  private static Label label(String text, CanvasStyle style) {
    Label label = new Label(text);
    label.setLabelAlignment(PositionConstants.LEFT);
    label.setForegroundColor(style.color(Token.INK));
    label.setBorder(new MarginBorder(5, 8, 5, 8));
    return label;
  }
}
