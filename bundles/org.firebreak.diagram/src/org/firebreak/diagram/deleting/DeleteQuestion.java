package org.firebreak.diagram.deleting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.commands.Deletion;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.model.Endpoint;

/** Says what goes with elements that are to be deleted, and asks whether they shall go. */
public final class DeleteQuestion extends MessageDialog {
  /** Preference of {@link DiagramPreferences#NODE}: whether nothing is asked. */
  public static final String UNASKED = "deleteUnasked";

  private static final int EXAMPLES = 3;

  private final List<Consequence> consequences;
  private Button unasked;

  /** One line of what goes: "3 servers", and which. */
  private record Consequence(String what, String which) {}

  private DeleteQuestion(Shell shell, Deletion deletion, List<Consequence> consequences) {
    super(
        shell,
        "Delete from Design",
        null,
        "Delete %s from the design?".formatted(deletion.subject()),
        QUESTION,
        0,
        "Delete",
        "Cancel");
    this.consequences = consequences;
  }

  /** Whether the elements may go; asks only if more goes than was chosen. */
  public static boolean agreed(Shell shell, Deletion deletion) {
    if (deletion == null) {
      return false;
    }
    List<Consequence> consequences = consequences(deletion);
    if (consequences.isEmpty() || node().getBoolean(UNASKED, false)) {
      return true;
    }
    return new DeleteQuestion(shell, deletion, consequences).open() == Window.OK;
  }

  @Override
  protected Control createCustomArea(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 6).applyTo(area);
    Label lead = new Label(area, SWT.NONE);
    lead.setText("With it go:");
    GridDataFactory.fillDefaults().span(2, 1).applyTo(lead);
    for (Consequence consequence : consequences) {
      Label what = new Label(area, SWT.NONE);
      what.setText(consequence.what());
      GridDataFactory.fillDefaults()
          .indent(12, 0)
          .align(SWT.BEGINNING, SWT.BEGINNING)
          .applyTo(what);
      Label which = new Label(area, SWT.WRAP);
      which.setText(consequence.which());
      GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(which);
    }
    unasked = new Button(area, SWT.CHECK);
    unasked.setText("Do not ask again; undo brings everything back");
    GridDataFactory.fillDefaults().span(2, 1).indent(0, 8).applyTo(unasked);
    return area;
  }

  @Override
  protected void buttonPressed(int button) {
    if (button == 0 && unasked.getSelection()) {
      DiagramPreferences.set(UNASKED, true);
    }
    super.buttonPressed(button);
  }

  private static List<Consequence> consequences(Deletion deletion) {
    List<Consequence> lines = new ArrayList<>();
    Map<EClass, List<Endpoint>> byKind =
        deletion.content().stream()
            .collect(
                Collectors.groupingBy(
                    EObject::eClass, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    byKind.forEach((kind, inside) -> lines.add(consequence(kind, inside)));
    if (!deletion.flows().isEmpty()) {
      lines.add(consequence(deletion.flows().get(0).eClass(), deletion.flows()));
    }
    if (!deletion.silenced().isEmpty()) {
      lines.add(
          new Consequence(
              deletion.silenced().size() == 1
                  ? "1 flow without service"
                  : deletion.silenced().size() + " flows without service",
              examples(deletion.silenced()) + " stay and permit nothing"));
    }
    if (deletion.diagrams().size() > 1) {
      lines.add(
          new Consequence(
              "shown on %d diagrams".formatted(deletion.diagrams().size()),
              examples(deletion.diagrams())));
    }
    if (!deletion.guardedBy().isEmpty()) {
      lines.add(new Consequence("guarded by", examples(deletion.guardedBy())));
    }
    return lines;
  }

  private static Consequence consequence(EClass kind, List<? extends EObject> elements) {
    String noun =
        elements.size() == 1 ? ModelDescriptions.kind(kind) : ModelDescriptions.kinds(kind);
    return new Consequence(
        elements.size() + " " + noun.toLowerCase(java.util.Locale.ROOT), examples(elements));
  }

  private static String examples(List<? extends EObject> elements) {
    String named =
        elements.stream()
            .limit(EXAMPLES)
            .map(ModelDescriptions::label)
            .collect(Collectors.joining(", "));
    int more = elements.size() - EXAMPLES;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static IEclipsePreferences node() {
    return InstanceScope.INSTANCE.getNode(DiagramPreferences.NODE);
  }
}
