package org.firebreak.ui.exporting;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.jobs.ChangedCopy;
import org.firebreak.ui.preview.BundleOrder;

/** Writes a policy bundle; each platform has a page made from the options that it declares. */
public final class ExportWizard extends Wizard {
  private final IWorkbenchWindow window;
  private final DesignDocument document;
  private final PlatformsPage platforms;
  private final RolloutPage rollout;
  private final PreviewPage preview;
  private final Map<Exporter, PlatformOptionsPage> options = new LinkedHashMap<>();

  private ExportWizard(IWorkbenchWindow window, DesignDocument document) {
    this.window = window;
    this.document = document;
    platforms = new PlatformsPage(document);
    rollout = new RolloutPage(document);
    preview = new PreviewPage(window, document);
    setNeedsProgressMonitor(true);
    setWindowTitle("Export Policy Bundle");
    setDefaultPageImageDescriptor(Images.descriptor("firebreak48"));
  }

  /** Opens the wizard for a design. */
  public static void open(IWorkbenchWindow window, DesignDocument document) {
    new ExportDialog(window.getShell(), new ExportWizard(window, document)).open();
  }

  @Override
  public void addPages() {
    addPage(platforms);
    addPage(rollout);
    for (Exporter exporter : Exporters.all()) {
      if (!exporter.options().isEmpty()) {
        PlatformOptionsPage page = new PlatformOptionsPage(exporter);
        options.put(exporter, page);
        addPage(page);
      }
    }
    addPage(preview);
  }

  PreviewPage preview() {
    return preview;
  }

  /** Makes what the preview shows; whether there is something to show. */
  boolean preparePreview() {
    return canPreview() && preview.prepare(order());
  }

  /** The pages of platforms that are not chosen are passed over. */
  @Override
  public IWizardPage getNextPage(IWizardPage page) {
    IWizardPage next = super.getNextPage(page);
    while (next instanceof PlatformOptionsPage optionsPage
        && !platforms.chosen().contains(optionsPage.exporter())) {
      next = super.getNextPage(next);
    }
    return next;
  }

  /** Whether everything that was asked for has an answer. */
  boolean canPreview() {
    return platforms.isPageComplete()
        && rollout.isPageComplete()
        && platforms.chosen().stream()
            .map(options::get)
            .allMatch(page -> page == null || page.isPageComplete());
  }

  @Override
  public boolean canFinish() {
    return canPreview() && (getContainer().getCurrentPage() != preview || preview.isPageComplete());
  }

  @Override
  public boolean performFinish() {
    platforms.remember();
    BundleOrder order = order();
    Path target = platforms.target();
    BackgroundTask.start(
        window,
        "Exporting " + document.name(),
        progress -> order.write(target, progress),
        report -> ExportResultDialog.open(window.getShell(), report));
    return true;
  }

  private BundleOrder order() {
    List<Exporter> chosen = platforms.chosen();
    Map<String, String> settings = new LinkedHashMap<>();
    for (Exporter exporter : chosen) {
      PlatformOptionsPage page = options.get(exporter);
      if (page != null) {
        page.values().forEach((key, value) -> settings.put(exporter.id() + "." + key, value));
      }
    }
    return new BundleOrder(
        ChangedCopy.of(document.design()), chosen, settings, rollout.options(), rollout.previous());
  }
}
