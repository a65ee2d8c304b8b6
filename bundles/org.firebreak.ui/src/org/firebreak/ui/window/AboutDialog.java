package org.firebreak.ui.window;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Version and licence of the program, and the libraries that it uses with theirs. */
final class AboutDialog extends Dialog {
  private static final String[] TITLES = {"Library", "Version", "Licence"};
  private static final int[] WIDTHS = {290, 90, 130};

  AboutDialog(Shell shell) {
    super(shell);
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("About Firebreak");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(20, 18).spacing(18, 4).applyTo(area);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    Bundle own = FrameworkUtil.getBundle(AboutDialog.class);
    Label icon = new Label(area, SWT.NONE);
    icon.setImage(Images.get("firebreak48"));
    GridDataFactory.swtDefaults().span(1, 4).align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
    Label name = line(area, "Firebreak " + version(own));
    name.setFont(
        new LocalResourceManager(JFaceResources.getResources(), name)
            .create(
                FontDescriptor.createFrom(JFaceResources.getDefaultFont())
                    .increaseHeight(5)
                    .withStyle(SWT.BOLD)));
    line(area, "Design of machine-to-machine (east-west) security in a data centre.");
    Style.MUTED.on(line(area, "Eclipse Public License 2.0"));
    Style.MUTED.on(
        line(
            area,
            "Java "
                + Runtime.version().feature()
                + ", "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")));
    libraries(area, own);
    return area;
  }

  private static Label line(Composite area, String text) {
    Label label = new Label(area, SWT.WRAP);
    label.setText(text);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
    return label;
  }

  private static void libraries(Composite area, Bundle own) {
    Label title = line(area, "It uses these libraries:");
    GridDataFactory.fillDefaults().span(2, 1).indent(0, 12).applyTo(title);
    Table table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(540, 260).applyTo(table);
    for (int i = 0; i < TITLES.length; i++) {
      TableColumn column = new TableColumn(table, SWT.NONE);
      column.setText(TITLES[i]);
      column.setWidth(WIDTHS[i]);
    }
    for (Library library : Library.all(own)) {
      new TableItem(table, SWT.NONE)
          .setText(new String[] {library.name(), library.version(), library.licence()});
    }
  }

  private static String version(Bundle bundle) {
    var version = bundle.getVersion();
    return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
  }
}
