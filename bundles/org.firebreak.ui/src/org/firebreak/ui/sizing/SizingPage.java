package org.firebreak.ui.sizing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DesignPage;
import org.firebreak.model.Element;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.help.HelpSubject;
import org.firebreak.ui.lists.ListedElements;

/** Parameters, appliances and estimates of a design, with the sizing that comes of them. */
public final class SizingPage implements DesignPage {
  /** Id of the page in the editor. */
  public static final String ID = "org.firebreak.ui.sizing";

  private Composite control;
  private CTabFolder tabs;
  private ResultBand band;
  private ParametersTab parameters;
  private CatalogueTab catalogue;
  private DevicesTab devices;
  private EstimatesTab estimates;
  private SensitivityTab sensitivity;
  private ListedElements selection;
  private LiveStudy live;
  private LiveStudy.Answer answer;

  @Override
  public Control create(Composite parent, DesignDocument document, IWorkbenchPartSite site) {
    selection = new ListedElements(List::<Element>of);
    control = new Composite(parent, SWT.NONE);
    control.setData(HelpSubject.ID, ID);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    band = new ResultBand(control, subject -> showSubject());
    GridDataFactory.fillDefaults().grab(true, false).applyTo(band.control());
    live =
        new LiveStudy(
            document,
            Findings.in(site.getWorkbenchWindow()),
            parent.getDisplay(),
            () -> band.pending(true),
            this::show);
    SizingEdits edits = new SizingEdits(document);
    tabs = new CTabFolder(control, SWT.TOP | SWT.FLAT);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
    parameters = new ParametersTab(tabs, edits);
    tab("Parameters", parameters.control());
    catalogue = new CatalogueTab(tabs, edits, new OwnAppliances(document, live::ask));
    tab("Catalogue", catalogue.control());
    devices = new DevicesTab(tabs, edits);
    tab("Devices", devices.control());
    estimates = new EstimatesTab(tabs, document, site);
    tab("Estimates", estimates.control());
    sensitivity = new SensitivityTab(tabs);
    tab("Sensitivity", sensitivity.control());
    tabs.setSelection(0);
    tabs.addListener(SWT.Selection, event -> chosen());
    DesignDocument.Listener follow = (source, event) -> happened(event);
    document.addListener(follow);
    control.addListener(
        SWT.Dispose,
        event -> {
          document.removeListener(follow);
          live.end();
        });
    live.ask();
    return control;
  }

  private void tab(String title, Control content) {
    CTabItem item = new CTabItem(tabs, SWT.NONE);
    item.setText(title);
    item.setControl(content);
  }

  private void chosen() {
    if (tabs.getSelection().getControl() == sensitivity.control()) {
      sensitivity.seen();
    }
  }

  private void happened(DesignDocument.Event event) {
    if (event == DesignDocument.Event.EDITED) {
      parameters.refresh();
    }
  }

  private void show(LiveStudy.Answer found) {
    if (control.isDisposed()) {
      return;
    }
    answer = found;
    if (found.study() == null) {
      band.fail(found.failure());
      return;
    }
    band.show(found.study());
    devices.show(found.study());
    estimates.show(found.study());
    showSubject();
  }

  private void showSubject() {
    if (answer == null || answer.study() == null) {
      return;
    }
    band.show(answer.study());
    Optional<CentralSizing> firewall = band.subject().flatMap(Subject::firewall);
    catalogue.show(answer.catalogue(), firewall);
    sensitivity.show(band.subject());
  }

  @Override
  public ISelectionProvider selection() {
    return selection;
  }

  @Override
  public boolean select(Collection<? extends EObject> elements) {
    return false;
  }

  @Override
  public void setFocus() {
    Control shown = tabs.getSelection().getControl();
    if (shown == parameters.control()) {
      parameters.setFocus();
    } else if (shown == catalogue.control()) {
      catalogue.setFocus();
    } else if (shown == devices.control()) {
      devices.setFocus();
    } else if (shown == estimates.control()) {
      estimates.setFocus();
    } else {
      sensitivity.setFocus();
    }
  }

  @Override
  public Object adapter(Class<?> type) {
    return type == SizingPage.class ? this : null;
  }
}
