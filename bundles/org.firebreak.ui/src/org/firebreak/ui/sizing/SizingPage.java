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
import org.firebreak.ui.help.HelpSubject;
import org.firebreak.ui.lists.ListedElements;
import org.firebreak.ui.live.LiveAnswer;
import org.firebreak.ui.live.LiveAnswers;
import org.firebreak.ui.live.SearchLinks;
import org.firebreak.ui.live.Sized;

/** Parameters, appliances and estimates of a design, with the sizing that comes of them. */
public final class SizingPage implements DesignPage {
  /** Id of the page in the editor. */
  public static final String ID = "org.firebreak.ui.sizing";

  private static final String RECKONING = "Reckoning…";

  private Composite control;
  private CTabFolder tabs;
  private ResultBand band;
  private ParametersTab parameters;
  private CatalogueTab catalogue;
  private DevicesTab devices;
  private EstimatesTab estimates;
  private SensitivityTab sensitivity;
  private ListedElements selection;
  private final Runnable listener = this::show;
  private final Runnable begun = this::begun;
  private LiveAnswer<Sized> studies;
  private SearchLinks search;
  private DesignDocument document;
  private Sized answer;

  @Override
  public Control create(Composite parent, DesignDocument document, IWorkbenchPartSite site) {
    this.document = document;
    selection = new ListedElements(List::<Element>of);
    control = new Composite(parent, SWT.NONE);
    control.setData(HelpSubject.ID, ID);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    band = new ResultBand(control, subject -> showSubject(), link -> search.follow(link));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(band.control());
    studies = LiveAnswers.in(site.getWorkbenchWindow()).sizing();
    search = new SearchLinks(studies, parent.getDisplay(), this::offerLinks);
    search.watch(document);
    studies.addWatcher(begun);
    SizingEdits edits = new SizingEdits(document);
    tabs = new CTabFolder(control, SWT.TOP | SWT.FLAT);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
    parameters = new ParametersTab(tabs, edits);
    tab("Parameters", parameters.control());
    catalogue =
        new CatalogueTab(tabs, edits, new OwnAppliances(document, () -> studies.again(document)));
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
          search.end();
          studies.removeWatcher(begun);
          studies.leave(document, listener);
        });
    studies.follow(document, listener);
    if (!studies.isPending(document)) {
      show();
    }
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

  /** Says at once that the figures are old, and what can be done about it a moment later. */
  private void begun() {
    if (search.isRunning()) {
      band.offer(RECKONING);
    }
  }

  private void offerLinks() {
    if (!control.isDisposed()) {
      String links = search.text("Reckon again");
      band.offer(search.isRunning() ? RECKONING + "   " + links : links);
    }
  }

  private void show() {
    if (control.isDisposed()) {
      return;
    }
    answer = studies.of(document).orElse(null);
    offerLinks();
    if (answer == null) {
      studies.failure(document).ifPresent(band::fail);
      return;
    }
    devices.show(answer.study());
    estimates.show(answer.study());
    showSubject();
  }

  private void showSubject() {
    if (answer == null) {
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
