package org.firebreak.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs where the products were built before the tests and for this machine: Linux on x86_64. */
class CommandLineProductTest {
  private static final Path PRODUCTS = Path.of(System.getProperty("firebreak.root"), "releng");
  private static final Path COMMAND_LINE =
      PRODUCTS.resolve(
          "org.firebreak.cli.product/target/products/org.firebreak.cli.product"
              + "/linux/gtk/x86_64/firebreak-cli");
  private static final Path WINDOW =
      PRODUCTS.resolve(
          "org.firebreak.product/target/products/org.firebreak.product/linux/gtk/x86_64/firebreak");

  @TempDir private Path temporary;

  @BeforeEach
  void productsAreBuilt() {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "the products of other platforms do not start here");
    assumeTrue(
        Files.exists(WINDOW.resolve("configuration/command.ini")),
        "the products are not built; ./mvnw package builds them");
  }

  @Test
  void holdsNothingOfTheDisplay() throws IOException {
    try (Stream<Path> plugins = Files.list(COMMAND_LINE.resolve("plugins"))) {
      assertThat(plugins.map(plugin -> plugin.getFileName().toString()))
          .isNotEmpty()
          .noneMatch(name -> name.matches("org\\.eclipse\\.(swt|jface|ui|e4|gef|draw2d)[._].*"))
          .noneMatch(name -> name.matches("org\\.firebreak\\.(ui|diagram|gef)[._].*"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"command line", "window"})
  void startsWithoutHomeAndWritesNothingIntoItsFolder(String product) throws Exception {
    Path folder = product.equals("window") ? WINDOW : COMMAND_LINE;
    SortedMap<String, Long> before = filesOf(folder);

    Run run = start(folder, Map.of("TMPDIR", temporary.toString()), "--version");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("0.1.0");
    assertThat(filesOf(folder)).isEqualTo(before);
    assertThat(filesOf(temporary).keySet()).anyMatch(file -> file.startsWith("firebreak-"));
  }

  @Test
  void passesTheExitCodeOfTheCommandOn() throws Exception {
    Run run =
        start(COMMAND_LINE, Map.of("FIREBREAK_STATE", temporary.toString()), "no-such-command");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
  }

  private record Run(int exitCode, String output) {}

  private static Run start(Path product, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("firebreak-product", ".log");
    List<String> command =
        Stream.concat(Stream.of(product.resolve("firebreak").toString()), Stream.of(arguments))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    String output = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    return new Run(process.waitFor(), output);
  }

  /** Names relative to the folder, with the time of the last change. */
  private static SortedMap<String, Long> filesOf(Path folder) throws IOException {
    SortedMap<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        files.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return files;
  }
}
