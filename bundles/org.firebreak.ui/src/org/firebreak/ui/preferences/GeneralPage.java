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
import org.firebreak.ui.findings.ValidationSetting;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Style;
import org.firebreak.ui.theme.Themes;

/** Look of the window, and whether it validates by itself. */
public final class GeneralPage extends PreferencePage implements IWorkbenchPreferencePage {
  private Button light;
  private Button dark;
  private Button validate;

  @Override
  public void init(IWorkbench workbench) {
    noDefaultButton();
  }

  @Override
  protected Control createContents(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 10).applyTo(area);
    label(area, "Theme");
    Composite looks = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(looks);
    light = new Button(looks, SWT.RADIO);
    light.setText("Light");
    dark = new Button(looks, SWT.RADIO);
    dark.setText("Dark");
    light.setSelection(Themes.current() == Look.LIGHT);
    dark.setSelection(Themes.current() == Look.DARK);
    label(area, "Validation");
    validate = new Button(area, SWT.CHECK);
    validate.setText("Validate while a design is edited");
    validate.setSelection(ValidationSetting.isAutomatic());
    new Label(area, SWT.NONE);
    Label hint = Style.MUTED.on(new Label(area, SWT.WRAP));
    hint.setText("Switched off, Policy → Validate does it when you ask.");
    GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(hint);
    return area;
  }

  @Override
  public boolean performOk() {
    Look look = dark.getSelection() ? Look.DARK : Look.LIGHT;
    if (look != Themes.current()) {
      Themes.set(look);
    }
    ValidationSetting.setAutomatic(validate.getSelection());
    return true;
  }

  private static void label(Composite area, String text) {
    new Label(area, SWT.NONE).setText(text);
  }
}
