package org.firebreak.diagram;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Said in place of a diagram: what is going on, what is wrong, and what can be done about it. */
final class MessagePage extends Composite {
  private static final int WIDTH = 460;

  /**
   * @param headline in a few words
   * @param text in a sentence or two
   */
  MessagePage(Composite parent, String headline, String text) {
    super(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(40, 40).spacing(0, 12).applyTo(this);
    Label title = new Label(this, SWT.WRAP);
    title.setFont(JFaceResources.getHeaderFont());
    title.setText(headline);
    title.setLayoutData(new GridData(SWT.CENTER, SWT.END, true, true));
    Label words = new Label(this, SWT.WRAP | SWT.CENTER);
    words.setText(text);
    GridData wrapped = new GridData(SWT.CENTER, SWT.BEGINNING, true, false);
    wrapped.widthHint = WIDTH;
    words.setLayoutData(wrapped);
    Label space = new Label(this, SWT.NONE);
    space.setLayoutData(new GridData(SWT.CENTER, SWT.FILL, true, true));
  }

  /** Offers to do something, above the empty space at the bottom. */
  void offer(String label, Runnable action) {
    Button button = new Button(this, SWT.PUSH);
    button.setText(label);
    button.setLayoutData(new GridData(SWT.CENTER, SWT.BEGINNING, true, false));
    button.addListener(SWT.Selection, event -> action.run());
    button.moveAbove(getChildren()[getChildren().length - 2]);
  }
}
