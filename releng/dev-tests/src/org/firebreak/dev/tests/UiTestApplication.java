package org.firebreak.dev.tests;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.testing.ITestHarness;
import org.eclipse.ui.testing.TestableObject;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.osgi.framework.Bundle;

/**
 * Starts the window and runs test classes in it, off the UI thread.
 *
 * <p>System properties: {@code firebreak.dev.tests} is the folder of the compiled tests, {@code
 * firebreak.dev.pattern} a regular expression that is found in the class names to run.
 */
public final class UiTestApplication implements IApplication, ITestHarness {
  private static final String WINDOW = "org.firebreak.ui.application";
  private static final Integer FAILED = 1;

  private Integer outcome = FAILED;

  @Override
  public Object start(IApplicationContext context) throws Exception {
    PlatformUI.getTestableObject().setTestHarness(this);
    window().start(context);
    return outcome;
  }

  @Override
  public void stop() {
    PlatformUI.getWorkbench().close();
  }

  @Override
  public void runTests() {
    TestableObject testable = PlatformUI.getTestableObject();
    testable.testingStarting();
    try {
      outcome = execute();
    } catch (IOException e) {
      throw new IllegalStateException("the compiled tests cannot be read", e);
    } finally {
      testable.testingFinished();
    }
  }

  private static IApplication window() throws CoreException {
    for (IConfigurationElement element :
        Platform.getExtensionRegistry()
            .getExtension("org.eclipse.core.runtime.applications", WINDOW)
            .getConfigurationElements()) {
      for (IConfigurationElement run : element.getChildren("run")) {
        return (IApplication) run.createExecutableExtension("class");
      }
    }
    throw new IllegalStateException("no application " + WINDOW);
  }

  private static Integer execute() throws IOException {
    Bundle tests = Platform.getBundle("org.firebreak.ui.tests");
    List<? extends DiscoverySelector> selectors =
        classNames().map(name -> DiscoverySelectors.selectClass(load(tests, name))).toList();
    if (selectors.isEmpty()) {
      System.err.println("no test class matches " + System.getProperty("firebreak.dev.pattern"));
      return FAILED;
    }
    var summary = new SummaryGeneratingListener();
    var launcher =
        LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request().selectors(selectors).build(),
        summary,
        new Narrator());
    var out = new PrintWriter(System.out);
    summary.getSummary().printFailuresTo(out, 20);
    summary.getSummary().printTo(out);
    return summary.getSummary().getTotalFailureCount() == 0 ? EXIT_OK : FAILED;
  }

  private static Stream<String> classNames() throws IOException {
    Path folder = Path.of(System.getProperty("firebreak.dev.tests"));
    Pattern pattern = Pattern.compile(System.getProperty("firebreak.dev.pattern"));
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.contains("$"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .map(file -> file.replace('/', '.'))
          .filter(name -> name.endsWith("Test") && pattern.matcher(name).find())
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Class<?> load(Bundle tests, String name) {
    try {
      return tests.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
