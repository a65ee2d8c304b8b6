package org.firebreak.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/**
 * The guide with its contents, a search and the way back. Addresses are {@code page#anchor}; the
 * empty one is the contents, and {@code keys} the page of the keyboard shortcuts.
 */
final class HelpPane {
  static final String CONTENTS = "";
  static final String KEYS = "keys";
  private static final String SEARCH = "search:";
  private static final int SEARCH_PAUSE_MS = 200;

  private final Composite control;
  private final Text search;
  private final GuideText text;
  private final ToolItem back;
  private final ToolItem forward;
  private final Map<String, Image> pictures = new HashMap<>();
  private final Deque<String> before = new ArrayDeque<>();
  private final Deque<String> after = new ArrayDeque<>();
  private final Runnable find = this::find;
  private String address;

  HelpPane(Composite parent) {
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    Composite strip = Style.STRIP.on(new Composite(control, SWT.NONE));
    GridLayoutFactory.swtDefaults().numColumns(2).margins(6, 4).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    ToolBar bar = new ToolBar(strip, SWT.FLAT);
    back = item(bar, "back", "Back", () -> move(before, after));
    forward = item(bar, "forward", "Forward", () -> move(after, before));
    item(bar, "welcome", "Contents", () -> open(CONTENTS));
    search = new Text(strip, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
    search.setMessage("Search the guide");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
    search.addModifyListener(event -> search.getDisplay().timerExec(SEARCH_PAUSE_MS, find));
    text = new GuideText(control, this::follow, this::picture);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(text.control());
    control.addDisposeListener(event -> pictures.values().forEach(Image::dispose));
    open(CONTENTS);
  }

  Composite control() {
    return control;
  }

  StyledText text() {
    return text.control();
  }

  /** What is shown, as for {@link #open}. */
  String address() {
    return address;
  }

  void setFocus() {
    search.setFocus();
  }

  /** Shows a page of the guide from a section; one that does not exist shows the contents. */
  void open(String wanted) {
    if (address != null && !address.equals(wanted) && !address.startsWith(SEARCH)) {
      before.push(address);
      after.clear();
    }
    show(wanted);
  }

  private void show(String wanted) {
    address = wanted;
    int hash = wanted.indexOf('#');
    String id = hash < 0 ? wanted : wanted.substring(0, hash);
    String anchor = hash < 0 ? null : wanted.substring(hash + 1);
    if (wanted.startsWith(SEARCH)) {
      showHits(wanted.substring(SEARCH.length()));
    } else if (id.equals(KEYS)) {
      text.show(RichText.of(KeysPage.make()), null);
    } else {
      text.show(
          RichText.of(Guide.get().page(id).orElseGet(() -> GuidePages.contents(Guide.get()))),
          anchor);
    }
    back.setEnabled(!before.isEmpty());
    forward.setEnabled(!after.isEmpty());
  }

  private void showHits(String query) {
    text.show(RichText.of(GuidePages.hits(query, GuideSearch.find(Guide.get(), query))), null);
    text.mark(Arrays.stream(query.toLowerCase(Locale.ROOT).trim().split("\\s+")).toList());
  }

  private void move(Deque<String> from, Deque<String> to) {
    if (!from.isEmpty()) {
      to.push(address);
      show(from.pop());
    }
  }

  private void find() {
    if (search.isDisposed()) {
      return;
    }
    String query = search.getText().trim();
    if (!query.isEmpty()) {
      open(SEARCH + query);
    } else if (address.startsWith(SEARCH)) {
      open(CONTENTS);
    }
  }

  private void follow(String target) {
    if (target.matches("[a-z]+://.*")) {
      Program.launch(target);
    } else if (target.startsWith("#")) {
      int hash = address.indexOf('#');
      open((hash < 0 ? address : address.substring(0, hash)) + target);
    } else {
      open(Guide.address(target));
    }
  }

  private Image picture(String path) {
    return pictures.computeIfAbsent(
        path,
        key -> {
          try (InputStream in = Guide.get().picture(key)) {
            return in == null ? null : new Image(control.getDisplay(), in);
          } catch (IOException e) {
            ILog.of(HelpPane.class).warn("The picture " + key + " cannot be read", e);
            return null;
          }
        });
  }

  private static ToolItem item(ToolBar bar, String icon, String name, Runnable action) {
    ToolItem item = new ToolItem(bar, SWT.PUSH);
    item.setImage(Images.get(icon));
    item.setToolTipText(name);
    item.addListener(SWT.Selection, event -> action.run());
    return item;
  }
}
