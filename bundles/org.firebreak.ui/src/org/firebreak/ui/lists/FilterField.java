package org.firebreak.ui.lists;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The field above a list whose words filter its rows. */
public final class FilterField {
  private static final int WIDTH = 170;
  private static final int PAUSE_MS = 120;

  private final Text text;

  /**
   * @param message what the empty field says, for instance {@code Filter problems}
   * @param changed is told of the words a moment after the last key
   * @param leave goes to the list
   */
  public FilterField(Composite parent, String message, Consumer<String> changed, Runnable leave) {
    text = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
    text.setMessage(message);
    text.setToolTipText("Words that stand anywhere in a row");
    GridDataFactory.swtDefaults()
        .align(SWT.BEGINNING, SWT.CENTER)
        .hint(WIDTH, SWT.DEFAULT)
        .applyTo(text);
    Runnable apply =
        () -> {
          if (!text.isDisposed()) {
            changed.accept(text.getText());
          }
        };
    text.addListener(SWT.Modify, event -> text.getDisplay().timerExec(PAUSE_MS, apply));
    text.addListener(
        SWT.KeyDown,
        event -> {
          if (event.keyCode == SWT.ARROW_DOWN || event.character == SWT.CR) {
            leave.run();
          } else if (event.keyCode == SWT.ESC) {
            text.setText("");
            leave.run();
          }
        });
  }

  public void clear() {
    text.setText("");
  }

  public void setFocus() {
    text.setFocus();
    text.selectAll();
  }
}
