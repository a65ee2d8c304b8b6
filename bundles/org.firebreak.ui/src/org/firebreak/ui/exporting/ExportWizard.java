package org.firebreak.ui.exporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.jobs.ChangedCopy;

/** Writes a policy bundle; each platform has a page made from the options that it declares. */
public final class ExportWizard extends Wizard {
  private final IWorkbenchWindow window;
  private final DesignDocument document;
  private final PlatformsPage platforms;
  private final Map<Exporter, PlatformOptionsPage> options = new LinkedHashMap<>();

  private ExportWizard(IWorkbenchWindow window, DesignDocument document) {
    this.window = window;
    this.document = document;
    platforms = new PlatformsPage(document);
    setWindowTitle("Export Policy Bundle");
    setDefaultPageImageDescriptor(Images.descriptor("firebreak48"));
  }

  /** Opens the wizard for a design. */
  public static void open(IWorkbenchWindow window, DesignDocument document) {
    new WizardDialog(window.getShell(), new ExportWizard(window, document)).open();
  }

  @Override
  public void addPages() {
    addPage(platforms);
    for (Exporter exporter : Exporters.all()) {
      if (!exporter.options().isEmpty()) {
        PlatformOptionsPage page = new PlatformOptionsPage(exporter);
        options.put(exporter, page);
        addPage(page);
      }
    }
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

  @Override
  public boolean canFinish() {
    return platforms.isPageComplete()
        && platforms.chosen().stream()
            .map(options::get)
            .allMatch(page -> page == null || page.isPageComplete());
  }

  @Override
  public boolean performFinish() {
    List<Exporter> chosen = platforms.chosen();
    Map<String, String> settings = new LinkedHashMap<>();
    for (Exporter exporter : chosen) {
      PlatformOptionsPage page = options.get(exporter);
      if (page != null) {
        page.values().forEach((key, value) -> settings.put(exporter.id() + "." + key, value));
      }
    }
    platforms.remember();
    BundleJob job =
        new BundleJob(
            ChangedCopy.of(document.design()),
            platforms.folder(),
            chosen,
            settings,
            CompileOptions.today().withApprovedOnly(platforms.approvedOnly()));
    BackgroundTask.start(
        window,
        "Exporting " + document.name(),
        job,
        report -> ExportResultDialog.open(window.getShell(), report));
    return true;
  }
}
