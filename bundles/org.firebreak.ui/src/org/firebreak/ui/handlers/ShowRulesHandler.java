package org.firebreak.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.NamedElement;
import org.firebreak.ui.designs.SelectedElements;
import org.firebreak.ui.policy.PolicyView;

/** Shows the rules in which the selected element has a part; all rules if nothing is selected. */
public final class ShowRulesHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    var selected = SelectedElements.of(HandlerUtil.getCurrentSelection(event));
    try {
      PolicyView view =
          (PolicyView)
              HandlerUtil.getActiveWorkbenchWindowChecked(event)
                  .getActivePage()
                  .showView(PolicyView.ID);
      selected.stream()
          .filter(NamedElement.class::isInstance)
          .map(NamedElement.class::cast)
          .findFirst()
          .ifPresent(element -> view.showRulesOf(ElementRef.of(element)));
      return null;
    } catch (PartInitException e) {
      throw new ExecutionException("The policy view cannot be shown", e);
    }
  }
}
