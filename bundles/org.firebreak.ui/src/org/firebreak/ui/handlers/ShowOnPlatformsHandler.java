package org.firebreak.ui.handlers;

import java.util.Map;
import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyScope;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.NamedElement;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.designs.SelectedElements;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.jobs.ChangedCopy;
import org.firebreak.ui.preview.BundleOrder;
import org.firebreak.ui.preview.Preview;
import org.firebreak.ui.preview.PreviewWindow;

/** Shows the files of every platform, with the rules of the selected element marked. */
public final class ShowOnPlatformsHandler extends AbstractHandler {
  private static final Set<String> SCOPES = Set.of("Server", "ServerGroup", "Zone");

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    ElementRef element =
        SelectedElements.of(HandlerUtil.getCurrentSelection(event)).stream()
            .filter(NamedElement.class::isInstance)
            .map(NamedElement.class::cast)
            .map(ElementRef::of)
            .findFirst()
            .orElse(null);
    OpenDesigns.in(window).active().ifPresent(document -> show(window, document, element));
    return null;
  }

  private static void show(IWorkbenchWindow window, DesignDocument document, ElementRef element) {
    BundleOrder order =
        new BundleOrder(
            ChangedCopy.of(document.design()),
            Exporters.all(),
            Map.of(),
            CompileOptions.today().withScope(scope(element)),
            null);
    boolean marked = element != null && !SCOPES.contains(element.type());
    BackgroundTask.start(
        window,
        "Rules on platforms",
        progress -> Preview.of(order, progress),
        preview -> PreviewWindow.open(window, document, preview, element, marked));
  }

  /** Of a server or what holds servers: its own rules alone. */
  private static PolicyScope scope(ElementRef element) {
    return element != null && SCOPES.contains(element.type())
        ? new PolicyScope(Set.of(element.id()), null)
        : PolicyScope.ALL;
  }
}
