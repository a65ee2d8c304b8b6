package org.firebreak.ui.exporting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.Exporter;
import org.firebreak.ui.theme.Style;

/** The options that a platform declares, one a row, with what each does. */
final class PlatformOptionsPage extends WizardPage {
  private final Exporter exporter;
  private final Map<ExportOption, Supplier<String>> values = new LinkedHashMap<>();

  PlatformOptionsPage(Exporter exporter) {
    super(exporter.id(), exporter.title(), null);
    this.exporter = exporter;
    setDescription("Options of this platform. All of them may stay as they are.");
  }

  Exporter exporter() {
    return exporter;
  }

  /** What differs from the defaults, by key. */
  Map<String, String> values() {
    Map<String, String> changed = new LinkedHashMap<>();
    values.forEach(
        (option, value) -> {
          if (!value.get().equals(option.defaultValue())) {
            changed.put(option.key(), value.get());
          }
        });
    return changed;
  }

  @Override
  public void createControl(Composite parent) {
    Composite frame = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(frame);
    ScrolledComposite scroller = new ScrolledComposite(frame, SWT.V_SCROLL);
    scroller.setExpandHorizontal(true);
    scroller.setExpandVertical(true);
    Composite area = new Composite(scroller, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).spacing(12, 4).applyTo(area);
    exporter.options().forEach(option -> option(area, option));
    scroller.setContent(area);
    scroller.setMinHeight(area.computeSize(520, SWT.DEFAULT).y);
    GridDataFactory.fillDefaults().grab(true, true).hint(560, 300).applyTo(scroller);
    setControl(frame);
  }

  private void option(Composite area, ExportOption option) {
    Label label = new Label(area, SWT.NONE);
    label.setText(option.label());
    Control control =
        switch (option.type()) {
          case BOOLEAN -> flag(area, option);
          case CHOICE -> choice(area, option);
          case INTEGER, TEXT -> text(area, option);
        };
    control.setToolTipText(option.key() + ": " + option.range());
    GridDataFactory.fillDefaults()
        .align(option.type() == ExportOption.Type.TEXT ? SWT.FILL : SWT.BEGINNING, SWT.CENTER)
        .grab(true, false)
        .applyTo(control);
    new Label(area, SWT.NONE);
    Label help = Style.MUTED.on(new Label(area, SWT.WRAP));
    help.setText(option.help());
    GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(help);
  }

  private Control flag(Composite area, ExportOption option) {
    Button button = new Button(area, SWT.CHECK);
    button.setSelection(Boolean.parseBoolean(option.defaultValue()));
    values.put(option, () -> Boolean.toString(button.getSelection()));
    return button;
  }

  private Control choice(Composite area, ExportOption option) {
    Combo combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
    combo.setItems(option.choices().toArray(String[]::new));
    combo.setText(option.defaultValue());
    values.put(option, combo::getText);
    return combo;
  }

  private Control text(Composite area, ExportOption option) {
    Text text = new Text(area, SWT.BORDER | SWT.SINGLE);
    text.setText(option.defaultValue());
    text.addListener(SWT.Modify, event -> validate());
    values.put(option, () -> text.getText().strip());
    return text;
  }

  private void validate() {
    String problem = null;
    for (Map.Entry<ExportOption, Supplier<String>> entry : values.entrySet()) {
      try {
        entry.getKey().checked(entry.getValue().get());
      } catch (IllegalArgumentException e) {
        problem = e.getMessage();
      }
    }
    setErrorMessage(problem);
    setPageComplete(problem == null);
  }
}
