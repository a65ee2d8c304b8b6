package org.firebreak.ui.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorPart;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.report.diagram.PageTitles;
import org.firebreak.report.diagram.PictureScene;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneOptions;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.findings.ProfileChoice;
import org.firebreak.ui.jobs.ChangedCopy;

/**
 * The diagram of an editor as it is at one moment, ready to be drawn on any thread: the same
 * picture that {@code firebreak render} makes of the saved file.
 */
public final class ShownDiagram {
  private final DesignDocument document;
  private final ProfileChoice profile;
  private final Path file;
  private final Design copy;
  private final int diagram;
  private final SceneOptions shown;
  private final Set<String> selection;

  private ShownDiagram(DesignDocument document, DiagramCanvas canvas, ProfileChoice profile) {
    this.document = document;
    this.profile = profile;
    file = document.file();
    Design design = document.design();
    copy = ChangedCopy.of(design);
    diagram = design.getDiagrams().indexOf(canvas.live().diagram());
    shown = canvas.live().options();
    List<Element> selected = canvas.selectedElements();
    selection = selected.stream().map(Element::getId).collect(Collectors.toSet());
  }

  /** The diagram that an editor shows; empty if it shows none. To be called on the UI thread. */
  public static Optional<ShownDiagram> of(IEditorPart editor) {
    DiagramCanvas canvas = Adapters.adapt(editor, DiagramCanvas.class);
    DesignDocument document = Adapters.adapt(editor, DesignDocument.class);
    if (canvas == null || document == null) {
      return Optional.empty();
    }
    Findings findings = Findings.in(editor.getSite().getWorkbenchWindow());
    return Optional.of(new ShownDiagram(document, canvas, findings.profile(document)));
  }

  /** The document as it is on screen; only for its names and file. */
  DesignDocument document() {
    return document;
  }

  /** Name of the diagram. */
  public String name() {
    String name = copy.getDiagrams().get(diagram).getName();
    return name == null || name.isBlank() ? "Diagram" : name.strip();
  }

  /** How many elements are selected. */
  int selected() {
    return selection.size();
  }

  /**
   * The scene.
   *
   * @param only whether to leave out what is not selected
   * @param findings whether to mark errors and warnings, as the chosen profile judges
   * @throws IOException if the profile cannot be used
   * @throws IllegalArgumentException if nothing of the selection can be shown
   */
  public Scene scene(boolean only, boolean findings, Progress progress) throws IOException {
    progress.begin("Laying out the diagram", 0);
    CompiledPolicy policy = PolicyCompiler.compile(copy, CompileOptions.today());
    SceneOptions plain = PictureScene.options(policy);
    SceneOptions options =
        shown.withMetrics(plain.metrics()).withBadges(plain.badges()).withAlarms(plain.alarms());
    if (findings) {
      options =
          options.withAlarms(
              PictureScene.alarms(
                  ValidationRules.validate(copy, policy, profile.read(file), progress)));
    }
    progress.check();
    Scene whole = PictureScene.of(copy.getDiagrams().get(diagram), options);
    return only ? PictureScene.selection(whole, selection) : whole;
  }

  /** What stands on pages and in the properties of a document. */
  public PageTitles titles() {
    String design = copy.getName() == null ? document.name() : copy.getName();
    return new PageTitles(design, name(), CompileOptions.today().evaluationDate());
  }
}
