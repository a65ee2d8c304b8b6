package org.firebreak.cli;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The command line as a headless Equinox application; needs no workspace and no display. */
public final class CliApplication implements IApplication {
  @Override
  public Object start(IApplicationContext context) {
    context.applicationRunning();
    String[] args = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    return Main.runOnStandardStreams(args == null ? new String[0] : args);
  }

  @Override
  public void stop() {
    // A command runs to its end; there is nothing to stop between two steps.
  }
}
