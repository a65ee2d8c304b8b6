package org.firebreak.ui.handlers;

import java.util.Locale;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.exporting.ReportExport;
import org.firebreak.ui.exporting.ReportKind;

/** Writes the report that the extension names after the class: {@code …:plan}. */
public final class ExportReportHandler extends AbstractHandler implements IExecutableExtension {
  private ReportKind report;

  @Override
  public void setInitializationData(
      IConfigurationElement element, String attribute, Object report) {
    this.report = ReportKind.valueOf(((String) report).toUpperCase(Locale.ROOT));
  }

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    OpenDesigns.in(window)
        .active()
        .ifPresent(document -> ReportExport.ask(window, document, report));
    return null;
  }
}
