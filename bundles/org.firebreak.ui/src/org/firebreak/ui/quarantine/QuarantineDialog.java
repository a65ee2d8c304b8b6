package org.firebreak.ui.quarantine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.ui.images.Images;

/** Asks who may still reach servers that are cut off, and where the steps go that do it. */
final class QuarantineDialog extends TitleAreaDialog {
  private final DesignDocument document;
  private final List<Server> servers;
  private final boolean cutOff;
  private Table responders;
  private Button export;
  private Text folder;
  private List<Endpoint> chosen = List.of();
  private Path target;

  /**
   * @param cutOff whether the servers are to be cut off; else they are to be let back
   */
  QuarantineDialog(Shell shell, DesignDocument document, List<Server> servers, boolean cutOff) {
    super(shell);
    this.document = document;
    this.servers = servers;
    this.cutOff = cutOff;
    setHelpAvailable(false);
  }

  /** Who may open connections to quarantined servers. */
  List<Endpoint> responders() {
    return chosen;
  }

  /** Where the bundle with the steps goes; {@code null} if none is wanted. */
  Path target() {
    return target;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(cutOff ? "Quarantine" : "Release from Quarantine");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    String names =
        servers.stream().limit(3).map(ModelDescriptions::label).collect(Collectors.joining(", "))
            + (servers.size() > 3 ? " and " + (servers.size() - 3) + " more" : "");
    setTitle(cutOff ? "Cut off " + names : "Let " + names + " back");
    setMessage(
        cutOff
            ? "Exchanges nothing with anybody but the responders, whatever flows say."
            : "The flows of the design apply again.");
    Composite body = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(16, 12).spacing(10, 8).applyTo(body);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    if (cutOff) {
      createResponders(body);
    }
    new Label(body, SWT.NONE).setText("Bundle");
    export = new Button(body, SWT.CHECK);
    export.setText("Export it with the steps that do this, and those back");
    export.setSelection(true);
    export.addListener(SWT.Selection, event -> validate());
    GridDataFactory.fillDefaults().span(2, 1).applyTo(export);
    new Label(body, SWT.NONE).setText("Folder");
    folder = new Text(body, SWT.BORDER | SWT.SINGLE);
    folder.setText(proposal().toString());
    folder.addListener(SWT.Modify, event -> validate());
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .hint(360, SWT.DEFAULT)
        .applyTo(folder);
    Button browse = new Button(body, SWT.PUSH);
    browse.setText("Browse…");
    browse.addListener(SWT.Selection, event -> browse());
    return area;
  }

  private void createResponders(Composite body) {
    Label label = new Label(body, SWT.NONE);
    label.setText("Responders");
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 6).applyTo(label);
    responders = new Table(body, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
    responders.setToolTipText("From where incident responders may open connections to it");
    GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(420, 180).applyTo(responders);
    for (Endpoint endpoint : candidates()) {
      TableItem item = new TableItem(responders, SWT.NONE);
      item.setText(ModelDescriptions.label(endpoint));
      item.setImage(Images.of(endpoint));
      item.setData(endpoint);
      item.setChecked(document.design().getResponders().contains(endpoint));
    }
  }

  /** Responders of the design first, then networks, zones and groups. */
  private List<Endpoint> candidates() {
    List<Endpoint> candidates = new ArrayList<>(document.design().getResponders());
    TreeIterator<EObject> all = document.design().eAllContents();
    while (all.hasNext()) {
      if (all.next() instanceof Endpoint endpoint
          && !(endpoint instanceof Server)
          && !candidates.contains(endpoint)) {
        candidates.add(endpoint);
      }
    }
    candidates.removeAll(servers);
    return candidates;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, cutOff ? "Quarantine" : "Release", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
  }

  @Override
  protected void okPressed() {
    if (cutOff) {
      chosen =
          Arrays.stream(responders.getItems())
              .filter(TableItem::getChecked)
              .map(item -> (Endpoint) item.getData())
              .toList();
    }
    target = export.getSelection() ? Path.of(folder.getText().strip()) : null;
    super.okPressed();
  }

  private Path proposal() {
    String name =
        document.name().replaceAll("\\.firebreak$", "") + (cutOff ? "-quarantine" : "-release");
    Path file = document.file();
    return file == null
        ? Path.of(System.getProperty("user.home"), name)
        : file.resolveSibling(name);
  }

  private void browse() {
    String picked = new DirectoryDialog(getShell(), SWT.SAVE).open();
    if (picked != null) {
      folder.setText(picked);
    }
  }

  private void validate() {
    String problem = export.getSelection() ? problem() : null;
    folder.setEnabled(export.getSelection());
    setErrorMessage(problem);
    getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
  }

  private String problem() {
    try {
      return Path.of(folder.getText().strip()).isAbsolute()
          ? null
          : "The folder needs its whole path.";
    } catch (InvalidPathException e) {
      return "Not a path: " + e.getMessage();
    }
  }
}
