package org.firebreak.ui.importing;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.imports.spi.ImportFormat.Content;

/** Asks for the files and for the design into which they go. */
final class FilesPage extends WizardPage {
  private final DesignDocument active;
  private FileField inventory;
  private FileField flows;
  private PolicyField policy;
  private Button intoActive;
  private Path givenInventory;
  private Path givenFlows;
  private List<Path> givenPolicy = List.of();

  /**
   * @param active the design that is open; {@code null} if none is
   */
  FilesPage(DesignDocument active) {
    super("files", "Import an inventory, a port matrix or a rule base", null);
    this.active = active;
    setDescription(
        "Servers come from the inventory, flows from the port matrix (CSV, XLSX or JSON) or from"
            + " what a firewall permits today. One of the three is enough.");
  }

  /** Names the files before the page is shown; {@code null} for none. */
  void name(Path inventory, Path flows) {
    givenInventory = inventory;
    givenFlows = flows;
  }

  /** Names the files of a rule base before the page is shown. */
  void name(List<Path> ofPolicy) {
    givenPolicy = List.copyOf(ofPolicy);
  }

  /** The files of the rule base; none if none is named. */
  List<Path> policy() {
    return policy.files();
  }

  /** {@code null} to recognise it. */
  String policyFormat() {
    return policy.format();
  }

  /** {@code null} if none is named. */
  Path inventory() {
    return path(inventory);
  }

  /** {@code null} if none is named. */
  Path flows() {
    return path(flows);
  }

  /** {@code null} to recognise it. */
  String inventoryFormat() {
    return inventory.format();
  }

  /** {@code null} to recognise it. */
  String flowsFormat() {
    return flows.format();
  }

  /** {@code null} for a new design. */
  DesignDocument target() {
    return intoActive != null && intoActive.getSelection() ? active : null;
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(16, 16).spacing(8, 8).applyTo(area);
    inventory = new FileField(area, "Inventory", Content.INVENTORY, this::validate);
    flows = new FileField(area, "Port matrix", Content.FLOWS, this::validate);
    policy = new PolicyField(area, this::validate);
    if (active != null) {
      Label into = new Label(area, SWT.NONE);
      into.setText("Import into");
      GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 6).applyTo(into);
      Composite choices = new Composite(area, SWT.NONE);
      GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(choices);
      GridDataFactory.fillDefaults().span(2, 1).applyTo(choices);
      intoActive = new Button(choices, SWT.RADIO);
      intoActive.setText(active.name() + ": what it has already is updated by name");
      intoActive.setSelection(true);
      Button intoNew = new Button(choices, SWT.RADIO);
      intoNew.setText("a new design");
    }
    setControl(area);
    setPageComplete(false);
    inventory.name(givenInventory);
    flows.name(givenFlows);
    policy.name(givenPolicy);
  }

  private void validate() {
    String problem = problem(inventory);
    if (problem == null) {
      problem = problem(flows);
    }
    if (problem == null) {
      problem = policy.problem();
    }
    setErrorMessage(problem);
    setPageComplete(
        problem == null && (!inventory.isEmpty() || !flows.isEmpty() || !policy.isEmpty()));
  }

  private static String problem(FileField field) {
    if (field.isEmpty()) {
      return null;
    }
    Path path = path(field);
    if (path == null || !Files.isRegularFile(path)) {
      return field.label() + ": there is no file " + field.text();
    }
    return Files.isReadable(path) ? null : field.label() + ": " + path + " cannot be read";
  }

  private static Path path(FileField field) {
    try {
      return field.isEmpty() ? null : Path.of(field.text());
    } catch (InvalidPathException e) {
      // Reported as a file that is not there.
      return null;
    }
  }
}
