package org.firebreak.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineBackgroundEvent;
import org.eclipse.swt.custom.LineStyleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.exports.stored.BundleManifest.RuleEntry;
import org.firebreak.scene.Token;
import org.firebreak.ui.theme.Palette;

/** The text of a file in colours; only lines that are seen are coloured. */
final class FileText {
  /** Width of the spaces with which lines of second rank begin, px. */
  private static final int INDENT = 12;

  private final StyledText text;
  private ShownFile file;
  private Syntax syntax;
  private List<StyleRange> bold = List.of();
  private Predicate<RuleEntry> marked = rule -> false;

  /**
   * @param line is told the line of the caret, from 0
   */
  FileText(Composite parent, IntConsumer line) {
    text = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
    text.setMargins(8, 6, 8, 6);
    text.addLineStyleListener(this::style);
    text.addLineBackgroundListener(this::background);
    text.addCaretListener(event -> line.accept(text.getLineAtOffset(event.caretOffset)));
  }

  StyledText control() {
    return text;
  }

  /**
   * Shows a file.
   *
   * @param rules rules whose lines are marked; the first one is scrolled to
   */
  void show(ShownFile shown, Predicate<RuleEntry> rules) {
    file = shown;
    syntax = Syntax.of(shown.entry().path());
    marked = rules;
    text.setFont(JFaceResources.getTextFont());
    text.setWordWrap(false);
    text.setText(shown.text());
    int first = firstMarked();
    if (first >= 0) {
      text.setCaretOffset(text.getOffsetAtLine(first));
      text.setTopIndex(Math.max(0, first - 4));
    }
  }

  /** Shows a summary; lines that begin with a hash are headings. */
  void show(String summary) {
    file = null;
    text.setFont(JFaceResources.getDialogFont());
    text.setWordWrap(true);
    text.setText("");
    List<StyleRange> headings = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (String line : summary.split("\n", -1)) {
      if (line.startsWith("# ")) {
        headings.add(new StyleRange(plain.length(), line.length() - 2, null, null, SWT.BOLD));
      }
      plain.append(line.startsWith("# ") ? line.substring(2) : line).append('\n');
    }
    bold = headings;
    text.setText(plain.toString());
  }

  private int firstMarked() {
    for (int i = 0; i < text.getLineCount(); i++) {
      if (isMarked(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isMarked(int line) {
    RuleEntry rule = file == null ? null : file.rule(line);
    return rule != null && marked.test(rule);
  }

  private void style(LineStyleEvent event) {
    List<StyleRange> ranges = new ArrayList<>();
    if (file == null) {
      event.wrapIndent = event.lineText.startsWith(" ") ? INDENT : 0;
      bold.stream().filter(each -> each.start == event.lineOffset).forEach(ranges::add);
    } else {
      for (Syntax.Part part : syntax.parts(event.lineText)) {
        ranges.add(
            new StyleRange(
                event.lineOffset + part.start(),
                part.end() - part.start(),
                CodeColour.of(part.kind()),
                null));
      }
    }
    event.styles = ranges.toArray(StyleRange[]::new);
  }

  private void background(LineBackgroundEvent event) {
    if (isMarked(text.getLineAtOffset(event.lineOffset))) {
      event.lineBackground = Palette.color(Token.SELECTION);
    }
  }
}
