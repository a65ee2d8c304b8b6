package org.firebreak.ui.help;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.firebreak.ui.images.Images;

/** One step of the tutorial: its title, and while it is open what to do and the buttons. */
final class StepRow {
  private final Label state;
  private final Composite body;

  StepRow(Composite parent, Tutorial.Step step, int index, TutorialView view) {
    Composite row = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 2).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    state = new Label(row, SWT.NONE);
    state.setImage(Images.get("tutorial"));
    Label title = new Label(row, SWT.WRAP);
    title.setText(step.title());
    title.setFont(
        new LocalResourceManager(JFaceResources.getResources(), title)
            .create(
                FontDescriptor.createFrom(JFaceResources.getDefaultFont()).withStyle(SWT.BOLD)));
    title.setCursor(title.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
    title.addListener(SWT.MouseUp, event -> view.go(index));
    GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(title);
    body = new Composite(row, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 6).applyTo(body);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(22, 0).applyTo(body);
    GuideText text = new GuideText(body, target -> view.open(address(target)), path -> null);
    text.withoutFrame();
    text.show(step.text(), null);
    GridDataFactory.fillDefaults()
        .span(2, 1)
        .grab(true, false)
        .hint(100, SWT.DEFAULT)
        .applyTo(text.control());
    if (step.command() != null) {
      button(body, "Do It", () -> view.execute(step.command()));
    }
    button(body, "Next", () -> view.go(index + 1));
  }

  void show(boolean open, boolean done) {
    state.setImage(Images.get(done ? "ok" : "tutorial"));
    body.setVisible(open);
    ((GridData) body.getLayoutData()).exclude = !open;
  }

  private static String address(String target) {
    return target.startsWith("#") ? Tutorial.PAGE + target : Guide.address(target);
  }

  private static void button(Composite parent, String name, Runnable action) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(name);
    button.addListener(SWT.Selection, event -> action.run());
  }
}
