package org.firebreak.ui.creating;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.template.Template;
import org.firebreak.ui.theme.Style;

/** Asks for the name of the design and for what it begins with. */
final class NewDesignPage extends WizardPage {
  private static final int WIDTH = 460;

  private final IWizardPage filesPage;
  private final String lastAuthor;
  private final Map<Button, Start> starts = new LinkedHashMap<>();
  private Text name;
  private Text author;
  private Text tenant;

  /**
   * @param filesPage asks for the files if the design begins with some
   * @param lastAuthor author of the last new design; empty for none
   */
  NewDesignPage(IWizardPage filesPage, String lastAuthor) {
    super("design", "New design", null);
    this.filesPage = filesPage;
    this.lastAuthor = lastAuthor;
    setDescription("Everything here can be changed later.");
  }

  NewDesign design() {
    return new NewDesign(
        name.getText().strip(), author.getText().strip(), tenant.getText().strip());
  }

  Start start() {
    return starts.entrySet().stream()
        .filter(entry -> entry.getKey().getSelection())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(Start.Blank::new);
  }

  @Override
  public IWizardPage getNextPage() {
    return start() instanceof Start.Files ? filesPage : null;
  }

  @Override
  public boolean canFlipToNextPage() {
    return isPageComplete() && start() instanceof Start.Files;
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 12).spacing(12, 6).applyTo(area);
    name = text(area, "Name", "Untitled", "");
    author = text(area, "Author", lastAuthor, "who answers for the design");
    tenant = text(area, "Tenant", "", "none");
    Label label = new Label(area, SWT.NONE);
    label.setText("Start with");
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(label);
    Composite choices = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(choices);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(choices);
    start(choices, new Start.Blank(), "Blank", "An empty design.").setSelection(true);
    for (Template template : Template.values()) {
      start(choices, new Start.From(template), template.title(), template.description());
    }
    start(
        choices,
        new Start.Files(),
        "Inventory and port matrix",
        "Servers and flows from tables; the next pages show what they would create.");
    setControl(area);
    name.selectAll();
    name.setFocus();
  }

  private Text text(Composite area, String label, String value, String message) {
    new Label(area, SWT.NONE).setText(label);
    Text text = new Text(area, SWT.BORDER | SWT.SINGLE);
    text.setText(value);
    text.setMessage(message);
    text.addListener(SWT.Modify, event -> validate());
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
    return text;
  }

  private Button start(Composite parent, Start start, String title, String meaning) {
    Button button = new Button(parent, SWT.RADIO);
    button.setText(title);
    starts.put(button, start);
    button.addListener(SWT.Selection, event -> getContainer().updateButtons());
    Label label = Style.MUTED.on(new Label(parent, SWT.WRAP));
    label.setText(meaning);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .indent(24, 0)
        .hint(WIDTH, SWT.DEFAULT)
        .applyTo(label);
    return button;
  }

  private void validate() {
    boolean named = !name.getText().isBlank();
    setErrorMessage(named ? null : "The design needs a name");
    setPageComplete(named);
  }
}
