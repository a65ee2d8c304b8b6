package org.firebreak.ui.preview;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.exports.stored.BundleManifest.FileEntry;
import org.firebreak.exports.stored.BundleManifest.RuleEntry;
import org.firebreak.model.Element;
import org.firebreak.ui.designs.ElementIndex;
import org.firebreak.ui.designs.GoTo;
import org.firebreak.ui.theme.Style;

/** The files of a bundle beside the text of the selected one, and where its lines come from. */
public final class PreviewPane {
  private static final int NAMED = 4;

  private final IWorkbenchWindow window;
  private final DesignDocument document;
  private final Composite area;
  private final Link focused;
  private final FileTree tree;
  private final FileText text;
  private final Link origin;
  private Preview preview;
  private ShownFile file;
  private ElementRef focus;

  /**
   * @param document the design of the bundles, to which lines lead
   */
  public PreviewPane(Composite parent, IWorkbenchWindow window, DesignDocument document) {
    this.window = window;
    this.document = document;
    area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
    focused = strip(event -> show(preview, null));
    SashForm sash = new SashForm(area, SWT.HORIZONTAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    tree = new FileTree(sash, this::chosen);
    text = new FileText(sash, this::lineChosen);
    sash.setWeights(38, 62);
    origin = strip(this::follow);
    exclude(true);
  }

  private Link strip(Listener clicked) {
    Composite strip = Style.STRIP.on(new Composite(area, SWT.NONE));
    GridLayoutFactory.fillDefaults().margins(8, 4).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    Link link = new Link(strip, SWT.NONE);
    link.addListener(SWT.Selection, clicked);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
    return link;
  }

  public Composite control() {
    return area;
  }

  /**
   * Shows a bundle.
   *
   * @param element element whose rules are marked, in the files that hold some; {@code null} shows
   *     all files
   */
  public void show(Preview bundle, ElementRef element) {
    preview = bundle;
    focus = element;
    exclude(element == null);
    List<Node> nodes = Node.of(bundle.manifest(), each -> element == null || holds(each));
    focused.setText(
        element == null
            ? ""
            : nodes.size() > 1
                ? "Rules of " + escaped(element.name()) + "   <a>Show all files</a>"
                : "No platform has a rule of "
                    + escaped(element.name())
                    + "   <a>Show all files</a>");
    tree.show(nodes, element != null);
    area.layout(true, true);
  }

  private void exclude(boolean excluded) {
    focused.getParent().setVisible(!excluded);
    GridDataFactory.fillDefaults().grab(true, false).exclude(excluded).applyTo(focused.getParent());
  }

  private boolean holds(FileEntry each) {
    return each.rules().stream().anyMatch(marked());
  }

  private Predicate<RuleEntry> marked() {
    return rule ->
        focus != null && rule.origins().stream().anyMatch(each -> each.id().equals(focus.id()));
  }

  private void chosen(Node node) {
    file = null;
    if (node.file() == null) {
      text.show(
          node.platform() == null
              ? Summary.of(preview)
              : Summary.of(preview, node.platform().id()));
      origin.setText("");
    } else {
      show(node.file());
    }
  }

  private void show(FileEntry entry) {
    try {
      file = ShownFile.read(preview.file(entry.path()), entry);
      text.show(file, marked());
      lineChosen(text.control().getLineAtOffset(text.control().getCaretOffset()));
    } catch (IOException e) {
      text.show(entry.path() + " cannot be read: " + e.getMessage());
    }
  }

  private void lineChosen(int line) {
    if (file == null) {
      return;
    }
    RuleEntry rule = file.rule(line);
    String words = rule == null ? escaped(about(file)) : words(rule);
    if (!words.equals(origin.getText())) {
      origin.setText(words);
      origin.getParent().layout();
    }
  }

  private static String about(ShownFile file) {
    String what = file.entry().description();
    return (what == null ? "" : what)
        + (file.cut() ? " Only the beginning is shown: the file is long." : "");
  }

  private static String words(RuleEntry rule) {
    String from =
        rule.origins().stream()
            .limit(NAMED)
            .map(
                each ->
                    each.type().toLowerCase(Locale.ROOT)
                        + " <a href=\""
                        + each.id()
                        + "\">"
                        + escaped(each.name())
                        + "</a>")
            .collect(Collectors.joining(", "));
    int more = rule.origins().size() - NAMED;
    return "Rule "
        + escaped(rule.id())
        + (from.isEmpty() ? ": no flow, the rest of the policy" : " from " + from)
        + (more > 0 ? " and " + more + " more" : "");
  }

  private void follow(Event event) {
    Optional<Element> element =
        new ElementIndex(document.design()).find(new ElementRef(event.text, "", ""));
    element.ifPresent(found -> GoTo.show(window.getActivePage(), List.of(found)));
  }

  private static String escaped(String name) {
    return name.replace("&", "&&").replace("<", "‹");
  }
}
