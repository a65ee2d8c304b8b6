package org.firebreak.ui.problems;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.scene.Token;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Palette;

/** How findings look in one column; the tooltip explains the rule. */
final class FindingLabels extends ColumnLabelProvider {
  private static final int LINE = 90;

  private final FindingColumn column;

  FindingLabels(FindingColumn column) {
    this.column = column;
  }

  @Override
  public String getText(Object finding) {
    return column.text((Finding) finding);
  }

  @Override
  public Image getImage(Object finding) {
    if (column != FindingColumn.SEVERITY) {
      return null;
    }
    return Images.get(((Finding) finding).severity().label());
  }

  @Override
  public Color getForeground(Object finding) {
    return column == FindingColumn.RULE ? Palette.color(Token.MUTED) : null;
  }

  @Override
  public String getToolTipText(Object element) {
    Finding finding = (Finding) element;
    String text = finding.message() + ".\n" + finding.mend() + ".";
    ValidationRule rule = ValidationRules.byId(finding.rule()).orElse(null);
    if (rule != null) {
      text += "\n\n" + finding.rule() + " " + rule.info().title() + "\n" + rule.info().rationale();
    }
    return wrap(text);
  }

  private static String wrap(String text) {
    StringBuilder wrapped = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      int length = 0;
      for (String word : line.split(" ")) {
        if (length > 0 && length + word.length() > LINE) {
          wrapped.append('\n');
          length = 0;
        } else if (length > 0) {
          wrapped.append(' ');
        }
        wrapped.append(word);
        length += word.length() + 1;
      }
      wrapped.append('\n');
    }
    return wrapped.toString().strip();
  }
}
