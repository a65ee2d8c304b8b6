package org.firebreak.ui.importing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.imports.Importers;
import org.firebreak.imports.policy.PolicyOptions;
import org.firebreak.imports.spi.GroupPattern;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportOption;
import org.firebreak.model.StrategyKind;
import org.firebreak.ui.theme.Style;

/** Asks how to import; the options of the formats are what they declare. */
final class OptionsPage extends WizardPage {
  private final Map<String, Supplier<String>> options = new LinkedHashMap<>();
  private Text pattern;
  private Button strict;
  private Combo strategy;

  OptionsPage() {
    super("options", "How to import", null);
    setDescription("All of this may stay as it is.");
  }

  /** {@code null} for none. */
  String groupPattern() {
    String text = pattern.getText().strip();
    return text.isEmpty() ? null : text;
  }

  boolean strict() {
    return strict.getSelection();
  }

  /** {@code null} to keep the design's own. */
  StrategyKind strategy() {
    int index = strategy.getSelectionIndex();
    return index <= 0 ? null : StrategyKind.VALUES.get(index - 1);
  }

  /** Values by key, those that are not set left out. */
  Map<String, String> options() {
    Map<String, String> values = new HashMap<>();
    options.forEach(
        (key, value) -> {
          if (!value.get().isBlank()) {
            values.put(key, value.get().strip());
          }
        });
    return values;
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).spacing(12, 6).applyTo(area);
    new Label(area, SWT.NONE).setText("Group pattern");
    pattern = new Text(area, SWT.BORDER | SWT.SINGLE);
    pattern.setMessage("^([a-z]+)[0-9]+$");
    pattern.addListener(SWT.Modify, event -> validate());
    GridDataFactory.fillDefaults().grab(true, false).applyTo(pattern);
    hint(
        area,
        "Where the inventory names no group, the part of a server's name in round brackets does:"
            + " web1 and web2 become the group web.");
    new Label(area, SWT.NONE).setText("Strategy");
    strategy = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
    strategy.add("Keep that of the design");
    StrategyKind.VALUES.forEach(kind -> strategy.add(ModelDescriptions.text(kind)));
    strategy.select(0);
    new Label(area, SWT.NONE).setText("Strict");
    strict = new Button(area, SWT.CHECK);
    strict.setText("Import nothing if one row cannot be taken");
    for (ImportFormat format : Importers.all()) {
      format.options().forEach(option -> option(area, format.title(), option));
    }
    PolicyOptions.ALL.forEach(option -> option(area, "Rule base", option));
    setControl(area);
  }

  private void option(Composite area, String format, ImportOption option) {
    if (options.containsKey(option.key())) {
      return;
    }
    Label label = new Label(area, SWT.NONE);
    label.setText(option.label());
    label.setToolTipText(format);
    options.put(
        option.key(),
        option.choices().isEmpty() ? text(area, option) : choice(area, option.choices()));
  }

  private static Supplier<String> text(Composite area, ImportOption option) {
    Text text = new Text(area, SWT.BORDER | SWT.SINGLE);
    text.setText(option.defaultValue());
    GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
    return text::getText;
  }

  private static Supplier<String> choice(Composite area, List<String> choices) {
    Combo combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
    combo.setItems(choices.toArray(String[]::new));
    combo.select(0);
    return combo::getText;
  }

  private static void hint(Composite area, String text) {
    new Label(area, SWT.NONE);
    Label label = Style.MUTED.on(new Label(area, SWT.WRAP));
    label.setText(text);
    GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(label);
  }

  private void validate() {
    String problem = null;
    try {
      if (groupPattern() != null) {
        GroupPattern.of(groupPattern());
      }
    } catch (IllegalArgumentException e) {
      problem = e.getMessage();
    }
    setErrorMessage(problem);
    setPageComplete(problem == null);
  }
}
