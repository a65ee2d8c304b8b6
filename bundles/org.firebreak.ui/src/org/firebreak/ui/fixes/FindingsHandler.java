package org.firebreak.ui.fixes;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Does something about the selected findings; the extension says what: {@code …:quickFix}. */
public final class FindingsHandler extends AbstractHandler implements IExecutableExtension {
  private String what;

  @Override
  public void setInitializationData(IConfigurationElement element, String attribute, Object data) {
    what = (String) data;
  }

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    Target.in(window)
        .ifPresent(
            target -> {
              Remedies remedies = new Remedies(window, target);
              switch (what) {
                case "quickFix" -> FixPopup.open(window, target);
                case "fixAll" -> remedies.fixAll();
                case "set" -> remedies.set();
                case "accept" -> remedies.accept();
                case "withdraw" -> remedies.withdraw();
                case "coverage" -> CoverageOfFlows.show(window, target);
                case "explain" -> remedies.explain();
                default -> throw new IllegalStateException("no such command: " + what);
              }
            });
    return null;
  }
}
