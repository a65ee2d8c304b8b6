package org.firebreak.ui.preferences;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Style;
import org.firebreak.ui.theme.Themes;

/** Light, dark, or as the desktop is. */
public final class ThemePage extends PreferencePage implements IWorkbenchPreferencePage {
  private Button system;
  private Button light;
  private Button dark;

  @Override
  public void init(IWorkbench workbench) {
    setDescription("How the window looks. Pictures and prints are light whatever it is.");
  }

  @Override
  protected Control createContents(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(area);
    system = radio(area, "As the desktop");
    light = radio(area, "Light");
    dark = radio(area, "Dark");
    Label hint = Style.MUTED.on(new Label(area, SWT.WRAP));
    hint.setText("The desktop is asked when Firebreak starts and when this is applied.");
    GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(hint);
    show(Themes.followsDesktop(), Themes.current());
    return area;
  }

  @Override
  protected void performDefaults() {
    show(true, Themes.current());
    super.performDefaults();
  }

  @Override
  public boolean performOk() {
    if (system.getSelection()) {
      Themes.followDesktop();
    } else {
      Themes.set(dark.getSelection() ? Look.DARK : Look.LIGHT);
    }
    return true;
  }

  private void show(boolean follows, Look look) {
    system.setSelection(follows);
    light.setSelection(!follows && look == Look.LIGHT);
    dark.setSelection(!follows && look == Look.DARK);
  }

  private static Button radio(Composite area, String text) {
    Button button = new Button(area, SWT.RADIO);
    button.setText(text);
    return button;
  }
}
