package org.firebreak.ui.lists;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/** What stands in a view while there is nothing to list: why, and what one can do. */
public final class NothingListed {
  private final Composite area;
  private final Label image;
  private final Label text;
  private final Link links;

  /**
   * @param follow is told the address of a link that is clicked
   */
  public NothingListed(Composite parent, Consumer<String> follow) {
    area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(1).margins(16, 12).spacing(0, 6).applyTo(area);
    image = new Label(area, SWT.NONE);
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.END).grab(true, true).applyTo(image);
    text = new Label(area, SWT.WRAP | SWT.CENTER);
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .hint(200, SWT.DEFAULT)
        .grab(true, false)
        .applyTo(text);
    links = new Link(area, SWT.NONE);
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).grab(true, true).applyTo(links);
    links.addListener(SWT.Selection, event -> follow.accept(event.text));
    Style.MUTED.on(text);
  }

  public Composite control() {
    return area;
  }

  /**
   * Says something.
   *
   * @param icon key of a picture; {@code null} for none
   * @param actions with {@code <a href="…">} links; may be empty
   */
  public void say(String icon, String what, String actions) {
    image.setImage(icon == null ? null : Images.get(icon));
    text.setText(what.replace("&", "&&"));
    links.setText(actions);
    links.setVisible(!actions.isEmpty());
    area.layout();
  }
}
