package org.firebreak.ui.properties;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/**
 * What was typed into a text field and not applied yet, so that undo takes back the typing first
 * and only then a step of the design. Letters typed one after the other are one step.
 */
final class Typing {
  private static final String KEY = Typing.class.getName();

  private final Text text;
  private final Deque<String> past = new ArrayDeque<>();
  private final Deque<String> future = new ArrayDeque<>();
  private String now;
  private boolean inWord;
  private boolean replaying;

  private Typing(Text text) {
    this.text = text;
    this.now = text.getText();
    text.setData(KEY, this);
    text.addListener(SWT.Modify, event -> typed());
  }

  /** From now on what is typed into the text can be undone. */
  static Typing watch(Text text) {
    return new Typing(text);
  }

  /** The typing of a control; {@code null} if it has none. */
  static Typing of(Control control) {
    return control == null || control.isDisposed() ? null : (Typing) control.getData(KEY);
  }

  /** What the field shows now is the value: there is nothing typed. */
  void reset() {
    past.clear();
    future.clear();
    now = text.getText();
    inWord = false;
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  void undo() {
    step(past, future);
  }

  void redo() {
    step(future, past);
  }

  private void step(Deque<String> from, Deque<String> to) {
    if (from.isEmpty()) {
      return;
    }
    to.push(now);
    now = from.pop();
    inWord = false;
    replaying = true;
    try {
      text.setText(now);
      text.setSelection(now.length());
    } finally {
      replaying = false;
    }
  }

  private void typed() {
    String next = text.getText();
    if (replaying || next.equals(now)) {
      return;
    }
    int caret = text.getCaretPosition();
    boolean letter =
        next.length() == now.length() + 1
            && caret > 0
            && Character.isLetterOrDigit(next.charAt(caret - 1));
    if (!(letter && inWord && !past.isEmpty())) {
      past.push(now);
    }
    inWord = letter || now.length() > 1 && next.length() == 1;
    future.clear();
    now = next;
  }
}
