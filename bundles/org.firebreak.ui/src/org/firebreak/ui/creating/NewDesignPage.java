package org.firebreak.ui.creating;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.StrategyKind;
import org.firebreak.ui.theme.Style;

/** Asks for name, strategy and starting point. */
final class NewDesignPage extends WizardPage {
  private final Map<StrategyKind, Button> strategies = new LinkedHashMap<>();
  private Text name;
  private Button zones;

  NewDesignPage() {
    super("design", "New design", null);
    setDescription("Everything here can be changed later.");
  }

  String name() {
    return name.getText().strip();
  }

  StrategyKind strategy() {
    return strategies.entrySet().stream()
        .filter(entry -> entry.getValue().getSelection())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(StrategyKind.GROUP);
  }

  boolean zones() {
    return zones.getSelection();
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).spacing(12, 8).applyTo(area);
    label(area, "Name");
    name = new Text(area, SWT.BORDER | SWT.SINGLE);
    name.setText("Untitled");
    name.selectAll();
    name.addListener(SWT.Modify, event -> setPageComplete(!name().isEmpty()));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
    label(area, "Strategy");
    Composite choices = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(choices);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(choices);
    strategy(
        choices,
        StrategyKind.GROUP,
        "Like servers talk freely; a firewall pair stands between the groups.");
    strategy(
        choices,
        StrategyKind.HYBRID,
        "Servers at risk are separated from every other, the rest only between groups.");
    strategy(
        choices, StrategyKind.MICRO, "Every server is separated from every other, at the hosts.");
    strategies.get(StrategyKind.GROUP).setSelection(true);
    label(area, "Start with");
    zones = new Button(area, SWT.CHECK);
    zones.setText("Zones Perimeter, Application, Data and Management, and the Internet");
    zones.setSelection(true);
    setControl(area);
    name.setFocus();
  }

  private static void label(Composite area, String text) {
    Label label = new Label(area, SWT.NONE);
    label.setText(text);
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 6).applyTo(label);
  }

  private void strategy(Composite parent, StrategyKind kind, String meaning) {
    Button button = new Button(parent, SWT.RADIO);
    button.setText(ModelDescriptions.text(kind));
    strategies.put(kind, button);
    Label label = Style.MUTED.on(new Label(parent, SWT.WRAP));
    label.setText(meaning);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .indent(24, 0)
        .hint(420, SWT.DEFAULT)
        .applyTo(label);
  }
}
