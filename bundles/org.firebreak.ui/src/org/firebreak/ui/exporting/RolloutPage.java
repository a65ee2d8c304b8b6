package org.firebreak.ui.exporting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyScope;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Element;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/** Asks for which part of the design, in which phase, and since which bundle. */
final class RolloutPage extends WizardPage {
  private static final String[] PHASES = {
    "Enforce: the policy as it is",
    "Alert: tripwires deny and alert, the rest is permitted and logged",
    "Monitor: nothing is denied; what would be is logged"
  };
  private static final String[] OWN_PHASES = {"as around it", "enforce", "alert", "monitor"};

  private final DesignDocument document;
  private final BundleField previous = new BundleField("none: only the desired state", "*.zip");
  private Button approvedOnly;
  private Combo phase;
  private Tree parts;
  private Label scope;
  private Combo own;

  RolloutPage(DesignDocument document) {
    super("rollout", "Scope and roll-out", null);
    this.document = document;
    setDescription("What the bundle is for. All of it may stay as it is.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(16, 12).spacing(8, 8).applyTo(area);
    label(area, "Phase");
    phase = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
    phase.setItems(PHASES);
    phase.select(0);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(phase);
    label(area, "Scope");
    parts = new Tree(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
    parts.setHeaderVisible(true);
    column("Only the ticked zones and groups", 330);
    column("Phase of their own", 140);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(480, 170).applyTo(parts);
    fill();
    parts.addListener(SWT.Selection, event -> selectionChanged(event.detail == SWT.CHECK));
    new Label(area, SWT.NONE);
    scope = Style.MUTED.on(new Label(area, SWT.NONE));
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(scope);
    own = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
    own.setItems(OWN_PHASES);
    own.select(0);
    own.setEnabled(false);
    own.setToolTipText("Phase of the selected zones and groups");
    own.addListener(SWT.Selection, event -> setOwn());
    label(area, "Flows");
    approvedOnly = new Button(area, SWT.CHECK);
    approvedOnly.setText("Approved flows only; leave out proposed ones");
    GridDataFactory.fillDefaults().span(2, 1).applyTo(approvedOnly);
    label(area, "Changes since");
    previous.create(area, this::validate);
    setControl(area);
    sayScope();
  }

  /** Today's policy with what was chosen here. */
  CompileOptions options() {
    RolloutPlan plan =
        RolloutPlan.of(RolloutPhase.values()[PHASES.length - 1 - phase.getSelectionIndex()]);
    for (TreeItem item : items()) {
      if (!item.getText(1).isEmpty()) {
        plan = plan.with(element(item).getId(), RolloutPhase.parse(item.getText(1)));
      }
    }
    return CompileOptions.today()
        .withApprovedOnly(approvedOnly.getSelection())
        .withRollout(plan)
        .withScope(new PolicyScope(ticked(), null));
  }

  /** The bundle from which a change set shall lead; {@code null} for none. */
  Path previous() {
    return previous.path();
  }

  private static void label(Composite area, String text) {
    Label label = new Label(area, SWT.NONE);
    label.setText(text);
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 6).applyTo(label);
  }

  private void column(String title, int width) {
    TreeColumn column = new TreeColumn(parts, SWT.NONE);
    column.setText(title);
    column.setWidth(width);
  }

  private void fill() {
    document.design().getZones().forEach(zone -> fill(zone, null));
    document.design().getGroups().forEach(group -> fill(group, null));
    for (TreeItem item : parts.getItems()) {
      item.setExpanded(true);
    }
  }

  private void fill(Element element, TreeItem parent) {
    TreeItem item = parent == null ? new TreeItem(parts, SWT.NONE) : new TreeItem(parent, SWT.NONE);
    item.setText(0, ModelDescriptions.label(element));
    item.setImage(0, Images.of(element));
    item.setData(element);
    for (EObject child : element.eContents()) {
      if (child instanceof Zone || child instanceof ServerGroup) {
        fill((Element) child, item);
      }
    }
  }

  private static Element element(TreeItem item) {
    return (Element) item.getData();
  }

  private List<TreeItem> items() {
    List<TreeItem> items = new ArrayList<>();
    collect(parts.getItems(), items);
    return items;
  }

  private static void collect(TreeItem[] from, List<TreeItem> items) {
    for (TreeItem item : from) {
      items.add(item);
      collect(item.getItems(), items);
    }
  }

  private Set<String> ticked() {
    Set<String> ids = new LinkedHashSet<>();
    items().stream().filter(TreeItem::getChecked).forEach(item -> ids.add(element(item).getId()));
    return ids;
  }

  private void selectionChanged(boolean ticks) {
    if (ticks) {
      sayScope();
    }
    TreeItem[] selected = parts.getSelection();
    own.setEnabled(selected.length > 0);
    String phaseOfOne = selected.length == 0 ? "" : selected[0].getText(1);
    own.select(Math.max(0, own.indexOf(phaseOfOne)));
  }

  private void sayScope() {
    int count = ticked().size();
    scope.setText(
        count == 0 ? "Nothing is ticked: the whole design." : count + " ticked: only these.");
  }

  private void setOwn() {
    for (TreeItem item : parts.getSelection()) {
      item.setText(1, own.getSelectionIndex() == 0 ? "" : own.getText());
    }
  }

  private void validate() {
    String problem = previous.problem();
    setErrorMessage(problem);
    setPageComplete(problem == null);
  }
}
