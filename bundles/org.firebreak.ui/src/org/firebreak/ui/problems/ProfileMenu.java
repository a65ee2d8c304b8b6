package org.firebreak.ui.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolItem;
import org.firebreak.core.validation.ShippedProfiles;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.imports.profile.ProfileFiles;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.findings.ProfileChoice;

/** By which profile the design is judged: says it, and lets another one be chosen. */
final class ProfileMenu extends Action implements IMenuCreator {
  private static final String FIRST = "{\n  \"extends\": \"baseline\"\n}\n";

  private final Findings findings;
  private final Supplier<DesignDocument> active;
  private final Shell shell;
  private MenuManager menu;

  /**
   * @param active the design that the view shows; {@code null} if there is none
   */
  ProfileMenu(Findings findings, Supplier<DesignDocument> active, Shell shell) {
    super("", AS_DROP_DOWN_MENU);
    this.findings = findings;
    this.active = active;
    this.shell = shell;
    setId("org.firebreak.ui.problems.profile");
    setMenuCreator(this);
    update();
  }

  /** Names the profile in use. */
  void update() {
    DesignDocument document = active.get();
    setEnabled(document != null);
    String name =
        document == null
            ? "Profile"
            : findings.of(document).map(result -> result.profile()).orElse("Profile");
    setText(name.equals("Profile") ? name : "Profile: " + name);
    setToolTipText("Profile by which the design is validated: " + name);
  }

  @Override
  public void runWithEvent(Event event) {
    if (event.widget instanceof ToolItem item) {
      Menu shown = getMenu(item.getParent());
      var bounds = item.getBounds();
      shown.setLocation(item.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
      shown.setVisible(true);
    }
  }

  @Override
  public Menu getMenu(Control parent) {
    dispose();
    menu = new MenuManager();
    DesignDocument document = active.get();
    if (document != null) {
      fill(document);
    }
    return menu.createContextMenu(parent);
  }

  @Override
  public Menu getMenu(Menu parent) {
    return null;
  }

  @Override
  public void dispose() {
    if (menu != null) {
      menu.dispose();
      menu = null;
    }
  }

  private void fill(DesignDocument document) {
    boolean own = ProfileChoice.ownFile(document).isPresent();
    for (ProfileChoice choice : ProfileChoice.all()) {
      Action action =
          new Action(label(choice, own), AS_RADIO_BUTTON) {
            @Override
            public void run() {
              if (isChecked()) {
                findings.choose(document, choice);
              }
            }
          };
      action.setChecked(choice.equals(findings.profile(document)));
      menu.add(action);
    }
    menu.add(new Separator());
    menu.add(
        new Action(own ? "Open the Project's Profile" : "Start a Profile of the Project") {
          @Override
          public void run() {
            open(document);
          }

          @Override
          public boolean isEnabled() {
            return document.file() != null;
          }
        });
  }

  private static String label(ProfileChoice choice, boolean own) {
    if (choice.shipped() == null) {
      return own
          ? "The project's own (" + ProfileFiles.FILE_NAME + ")"
          : "The project's own, or the baseline while it has none";
    }
    return ShippedProfiles.find(choice.shipped())
        .map(shipped -> shipped.title())
        .orElse(choice.shipped());
  }

  /** Opens the file beside the design with the program of the desktop; makes it if need be. */
  void open(DesignDocument document) {
    Path file = document.file().resolveSibling(ProfileFiles.FILE_NAME);
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, FIRST);
      }
      if (!Program.launch(file.toString())) {
        MessageDialog.openInformation(
            shell,
            "Profile",
            "No program is set up for this file. Edit it as text; the findings follow:\n\n" + file);
      }
    } catch (IOException e) {
      MessageDialog.openError(shell, "Profile", "The file cannot be written: " + e.getMessage());
    }
  }
}
