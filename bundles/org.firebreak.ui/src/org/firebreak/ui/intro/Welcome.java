package org.firebreak.ui.intro;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IntroPart;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.files.DesignFiles;
import org.firebreak.ui.files.RecentFiles;
import org.firebreak.ui.files.Sample;
import org.firebreak.ui.files.Samples;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/** What a user sees first: samples, new design, open, import and the designs opened last. */
public final class Welcome extends IntroPart {
  private static final int WIDTH = 940;
  private static final int RECENT_SHOWN = 6;

  private final OpenDesigns.Listener closer = this::closeIfDesignIsOpen;
  private OpenDesigns designs;
  private ScrolledComposite scroller;
  private Composite page;
  private Font heading;
  private Font bold;

  @Override
  public void createPartControl(Composite parent) {
    LocalResourceManager resources =
        new LocalResourceManager(JFaceResources.getResources(), parent);
    FontDescriptor font = FontDescriptor.createFrom(JFaceResources.getDefaultFont());
    heading = resources.create(font.increaseHeight(9).withStyle(SWT.BOLD));
    bold = resources.create(font.withStyle(SWT.BOLD));
    scroller = Style.CANVAS.on(new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL));
    scroller.setExpandHorizontal(true);
    scroller.setExpandVertical(true);
    fill();
    designs = OpenDesigns.in(window());
    designs.addListener(closer);
  }

  @Override
  public void standbyStateChanged(boolean standby) {
    // The page is the same at any size.
  }

  @Override
  public void setFocus() {
    page.setFocus();
  }

  @Override
  public void dispose() {
    designs.removeListener(closer);
    super.dispose();
  }

  private void fill() {
    Composite ground = new Composite(scroller, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(32, 40).applyTo(ground);
    page = new Composite(ground, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(40, 28).applyTo(page);
    GridDataFactory.swtDefaults()
        .align(SWT.CENTER, SWT.BEGINNING)
        .grab(true, true)
        .hint(WIDTH, SWT.DEFAULT)
        .applyTo(page);
    fillTop();
    fillStart(column("Start", 300));
    fillSamples(column("Samples", SWT.DEFAULT));
    scroller.setContent(ground);
    scroller.setMinSize(ground.computeSize(SWT.DEFAULT, SWT.DEFAULT));
  }

  private void fillTop() {
    Composite top = new Composite(page, SWT.NONE);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(top);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 2).applyTo(top);
    Label icon = new Label(top, SWT.NONE);
    icon.setImage(Images.get("firebreak48"));
    GridDataFactory.swtDefaults().span(1, 2).applyTo(icon);
    Label name = new Label(top, SWT.NONE);
    name.setText("Firebreak");
    name.setFont(heading);
    Label purpose = Style.MUTED.on(new Label(top, SWT.NONE));
    purpose.setText(
        "Draw which machines talk to which, choose how to segment them, and export the policy.");
  }

  private Composite column(String title, int width) {
    Composite column = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(column);
    GridDataFactory.fillDefaults()
        .align(width == SWT.DEFAULT ? SWT.FILL : SWT.BEGINNING, SWT.BEGINNING)
        .grab(width == SWT.DEFAULT, false)
        .hint(width, SWT.DEFAULT)
        .applyTo(column);
    title(column, title);
    return column;
  }

  private void title(Composite column, String text) {
    Label title = Style.MUTED.on(new Label(column, SWT.NONE));
    title.setText(text);
    title.setFont(bold);
  }

  private void fillStart(Composite column) {
    command(
        column,
        "tutorial",
        "Your first design",
        "Step by step, in five minutes",
        "org.firebreak.ui.firstDesign");
    command(column, "new", "New design", "Start from nothing", "org.firebreak.ui.newDesign");
    command(column, "open", "Open…", "A .firebreak file", "org.firebreak.ui.openDesign");
    command(
        column, "import", "Import…", "An inventory and a port matrix", "org.firebreak.ui.import");
    List<Path> recent = RecentFiles.all();
    if (!recent.isEmpty()) {
      Label space = new Label(column, SWT.NONE);
      GridDataFactory.fillDefaults().hint(1, 4).applyTo(space);
      title(column, "Recent");
    }
    recent.stream().limit(RECENT_SHOWN).forEach(file -> recent(column, file));
  }

  private void command(Composite column, String icon, String label, String detail, String command) {
    Card card =
        new Card(column, true, Images.get(icon), label, detail, bold, () -> execute(command));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
  }

  private void recent(Composite column, Path file) {
    Card card =
        new Card(
            column,
            false,
            Images.get("design"),
            file.getFileName().toString(),
            String.valueOf(file.getParent()),
            getFont(column),
            () -> DesignFiles.open(window(), file));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
  }

  private void fillSamples(Composite column) {
    Composite cards = new Composite(column, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(12, 12).applyTo(cards);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(cards);
    for (Sample sample : Samples.all()) {
      Card card =
          new Card(
              cards,
              true,
              Images.get("sample"),
              sample.title(),
              sample.description(),
              bold,
              () -> DesignFiles.openSample(window(), sample));
      GridDataFactory.fillDefaults()
          .align(SWT.FILL, SWT.FILL)
          .grab(true, false)
          .hint(270, SWT.DEFAULT)
          .applyTo(card);
    }
  }

  private static Font getFont(Composite parent) {
    return parent.getFont();
  }

  private void execute(String command) {
    try {
      window().getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      ILog.of(Welcome.class).error("Command " + command + " failed", e);
    }
  }

  private IWorkbenchWindow window() {
    return getIntroSite().getWorkbenchWindow();
  }

  /** Makes room for the design. */
  private void closeIfDesignIsOpen() {
    if (!designs.all().isEmpty()) {
      PlatformUI.getWorkbench().getIntroManager().closeIntro(this);
    }
  }
}
