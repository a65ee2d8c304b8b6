package org.firebreak.ui.window;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.files.DesignFiles;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.handlers.HistoryHandler;
import org.firebreak.ui.importing.FileDrop;
import org.firebreak.ui.overlays.Overlays;
import org.firebreak.ui.recovery.Safety;

/** Size, title and bars of the window, and what it opens at start. */
final class FirebreakWindow extends WorkbenchWindowAdvisor {
  private static final Point PREFERRED = new Point(1440, 900);
  private static final String NAME = "Firebreak";

  private final List<Path> files;
  private Safety safety;

  FirebreakWindow(IWorkbenchWindowConfigurer configurer, String[] arguments) {
    super(configurer);
    files =
        Arrays.stream(arguments)
            .filter(argument -> argument.endsWith(DesignFiles.ENDING))
            .map(Path::of)
            .toList();
  }

  @Override
  public void preWindowOpen() {
    IWorkbenchWindowConfigurer window = getWindowConfigurer();
    Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
    window.setInitialSize(
        new Point(Math.min(PREFERRED.x, screen.width), Math.min(PREFERRED.y, screen.height)));
    window.setTitle(NAME);
    window.setShowCoolBar(true);
    window.setShowStatusLine(true);
    window.setShowProgressIndicator(true);
    window.setShowPerspectiveBar(false);
  }

  @Override
  public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
    return new Bars(configurer);
  }

  /** The welcome page is shown after the designs are opened, if there are none. */
  @Override
  public void openIntro() {}

  @Override
  public void postWindowOpen() {
    IWorkbenchWindow window = getWindowConfigurer().getWindow();
    OpenDesigns designs = OpenDesigns.in(window);
    designs.addListener(new Title(designs));
    IStatusLineManager statusLine =
        getWindowConfigurer().getActionBarConfigurer().getStatusLineManager();
    statusLine.add(new FindingsItem(window, designs, Findings.in(window)));
    StatusLine status = new StatusLine(statusLine, designs);
    window.getSelectionService().addPostSelectionListener(status::selected);
    FixedBars.in(window);
    FileDrop.on(window.getShell(), window);
    activateHistory(window, designs);
    files.forEach(file -> DesignFiles.open(window, file));
    if (window.getActivePage().getEditorReferences().length == 0) {
      PlatformUI.getWorkbench().getIntroManager().showIntro(window, false);
    }
    Overlays.in(window);
    safety = Safety.start(window);
  }

  /** After the user has answered what shall become of unsaved designs. */
  @Override
  public void postWindowClose() {
    if (safety != null) {
      safety.stop();
    }
  }

  /** Undo and redo follow the active design, whatever part has the focus. */
  private static void activateHistory(IWorkbenchWindow window, OpenDesigns designs) {
    HistoryHandler undo = new HistoryHandler(designs, HistoryHandler.Direction.UNDO);
    HistoryHandler redo = new HistoryHandler(designs, HistoryHandler.Direction.REDO);
    IHandlerService handlers = window.getService(IHandlerService.class);
    handlers.activateHandler(IWorkbenchCommandConstants.EDIT_UNDO, undo);
    handlers.activateHandler(IWorkbenchCommandConstants.EDIT_REDO, redo);
    ICommandService commands = window.getService(ICommandService.class);
    Runnable update =
        () -> {
          undo.update();
          redo.update();
          commands.refreshElements(IWorkbenchCommandConstants.EDIT_UNDO, null);
          commands.refreshElements(IWorkbenchCommandConstants.EDIT_REDO, null);
        };
    designs.addListener(
        new OpenDesigns.Listener() {
          @Override
          public void designsChanged() {
            update.run();
          }

          @Override
          public void happened(DesignDocument document, DesignDocument.Event event) {
            if (event == DesignDocument.Event.EDITED) {
              update.run();
            }
          }
        });
  }

  /** {@code lab-shop.firebreak — Firebreak}. */
  private final class Title implements OpenDesigns.Listener {
    private final OpenDesigns designs;

    Title(OpenDesigns designs) {
      this.designs = designs;
      designsChanged();
    }

    @Override
    public void designsChanged() {
      getWindowConfigurer()
          .setTitle(designs.active().map(document -> document.name() + " — " + NAME).orElse(NAME));
    }

    @Override
    public void happened(DesignDocument document, DesignDocument.Event event) {
      if (event == DesignDocument.Event.SAVED) {
        designsChanged();
      }
    }
  }
}
