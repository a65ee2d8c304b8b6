package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"three-tier", "multi-tenant", "hybrid"})
  void templateIsWrittenWithItsDiagramAndIsValid(String template) throws IOException {
    Path file = folder.resolve("shop.firebreak");
    Run run = Run.of("new", "--template", template, "--author", "Ada", "-o", file);
    assertThat(run.exitCode()).as(run.err()).isZero();
    Design design = DesignFile.load(file);
    assertThat(design.getName()).isEqualTo("shop");
    assertThat(design.getAuthor()).isEqualTo("Ada");
    assertThat(design.getDiagrams()).hasSize(1);
    assertThat(design.getDiagrams().get(0).getNodes()).hasSizeGreaterThan(8);
    assertThat(Run.of("validate", file).exitCode()).isZero();
  }

  @Test
  void withoutTemplateItIsEmpty() throws IOException {
    Path file = folder.resolve("blank.firebreak");
    assertThat(Run.of("new", "--name", "Lab", "-o", file).exitCode()).isZero();
    Design design = DesignFile.load(file);
    assertThat(design.getName()).isEqualTo("Lab");
    assertThat(design.getZones()).isEmpty();
  }

  @Test
  void theRootIsNoFile() {
    for (Run run :
        List.of(
            Run.of("new", "-o", folder.getRoot(), "--force"),
            Run.of("new", "--template", "three-tier", "-o", folder.getRoot(), "--force"))) {
      assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
      assertThat(run.err()).contains(folder.getRoot() + " is a folder; name a file");
    }
  }

  @Test
  void unknownTemplateIsExplained() {
    Run run = Run.of("new", "--template", "two-tier", "-o", folder.resolve("x.firebreak"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("two-tier").contains("three-tier, multi-tenant, hybrid");
  }

  @Test
  void fileThatIsThereIsKeptUnlessForced() throws IOException {
    Path file = folder.resolve("x.firebreak");
    Files.writeString(file, "precious");
    assertThat(Run.of("new", "-o", file).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(file).hasContent("precious");
    assertThat(Run.of("new", "--force", "-o", file).exitCode()).isZero();
  }
}
