package org.firebreak.ui.fixes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.core.diff.ElementChange;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/** Beside the list of fixes: what the chosen one would change, found out in the background. */
final class FixPreview {
  private static final int MOST = 50;
  private static final int WIDTH = 270;

  private final Findings findings;
  private final DesignDocument document;
  private final Map<Fix, DesignDifference> known = new HashMap<>();
  private final Composite area;
  private final Label about;
  private final Label head;
  private final Table changes;
  private final Label foot;
  private Remedy shown;

  FixPreview(Composite parent, Findings findings, DesignDocument document) {
    this.findings = findings;
    this.document = document;
    area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 8).applyTo(area);
    about = Style.MUTED.on(new Label(area, SWT.WRAP));
    GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(about);
    head = new Label(area, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(head);
    changes = new Table(area, SWT.NO_SCROLL | SWT.HIDE_SELECTION);
    new TableColumn(changes, SWT.NONE).setWidth(WIDTH + 200);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(changes);
    foot = Style.MUTED.on(new Label(area, SWT.WRAP));
    GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(foot);
  }

  Composite area() {
    return area;
  }

  /** Shows what a remedy does. */
  void show(Remedy remedy) {
    shown = remedy;
    switch (remedy) {
      case Remedy.Mend mend -> {
        say(mend.finding().message() + ".");
        head.setText("What changes");
        foot.setText(
            mend.fix().safe()
                ? "What is permitted stays the same, and nothing entered is lost."
                : "This changes what is permitted or entered: read it before you apply it.");
        DesignDifference difference = known.get(mend.fix());
        fill(difference);
        if (difference == null) {
          ask(mend);
        }
      }
      case Remedy.Act act -> {
        say("");
        head.setText(act.detail());
        foot.setText("");
        changes.removeAll();
      }
      default -> {
        head.setText("");
        foot.setText("");
        changes.removeAll();
      }
    }
    changes.setVisible(remedy instanceof Remedy.Mend);
    area.layout();
  }

  /** What is the matter; without room if there is nothing to say. */
  private void say(String text) {
    about.setText(text);
    ((GridData) about.getLayoutData()).exclude = text.isEmpty();
    about.setVisible(!text.isEmpty());
  }

  private void ask(Remedy.Mend mend) {
    findings.ask(
        document,
        "Looking at what a fix changes",
        (context, progress) -> Fixes.preview(context.design(), List.of(mend.fix())),
        difference -> {
          known.put(mend.fix(), difference);
          if (!area.isDisposed() && shown == mend) {
            fill(difference);
          }
        });
  }

  private void fill(DesignDifference difference) {
    changes.removeAll();
    if (difference == null) {
      new TableItem(changes, SWT.NONE).setText("…");
      return;
    }
    difference.added().forEach(change -> add("added", change));
    difference.removed().forEach(change -> add("removed", change));
    difference.changed().forEach(change -> add("changed", change));
    if (difference.isEmpty()) {
      new TableItem(changes, SWT.NONE).setText("Nothing: it is mended already.");
    }
  }

  private void add(String icon, ElementChange change) {
    if (changes.getItemCount() < MOST) {
      TableItem item = new TableItem(changes, SWT.NONE);
      item.setImage(Images.get(icon));
      item.setText(change.toString());
    }
  }
}
