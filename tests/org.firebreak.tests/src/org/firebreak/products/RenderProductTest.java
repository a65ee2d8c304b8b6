package org.firebreak.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures by the built command line, with no display, and an environment that is empty. */
class RenderProductTest {
  private static final Path ROOT = Path.of(System.getProperty("firebreak.root"));
  private static final Path COMMAND_LINE =
      ROOT.resolve(
          "releng/org.firebreak.cli.product/target/products/org.firebreak.cli.product"
              + "/linux/gtk/x86_64/firebreak-cli");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png", "pdf"})
  void sampleIsDrawn(String ending) throws Exception {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "the product of another platform does not start here");
    assumeTrue(isBuiltWithPictures(), "not built yet; ./mvnw package builds the products");
    Path picture = folder.resolve("lab-shop." + ending);
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            COMMAND_LINE.resolve("firebreak").toString(),
            "render",
            ROOT.resolve("samples/lab-shop.firebreak").toString(),
            "-o",
            picture.toString());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("FIREBREAK_STATE", folder.resolve("state").toString());

    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }

    String output = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isEqualToIgnoringNewLines("wrote " + picture);
    assertThat(Files.size(picture)).isGreaterThan(10_000);
  }

  private static boolean isBuiltWithPictures() throws Exception {
    Path plugins = COMMAND_LINE.resolve("plugins");
    if (!Files.isDirectory(plugins)) {
      return false;
    }
    try (Stream<Path> files = Files.list(plugins)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("org.apache.pdfbox"));
    }
  }
}
