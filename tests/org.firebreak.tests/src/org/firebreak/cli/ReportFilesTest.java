package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTest {
  @TempDir Path folder;

  private final Shop shop = new Shop();

  @ParameterizedTest
  @ValueSource(strings = {"size", "plan", "compare"})
  void theEndOfTheNameTellsTheFormat(String command) throws Exception {
    Path design = shop.save(folder);
    assertBegins(command, design, "r.html", "<!DOCTYPE html>");
    assertBegins(command, design, "r.pdf", "%PDF-1.");
    assertBegins(command, design, "r.xlsx", "PK");
    assertBegins(command, design, "r.md", "# ");
    assertBegins(command, design, "R.JSON", "{");
  }

  private void assertBegins(String command, Path design, String name, String start)
      throws Exception {
    Path file = folder.resolve(name);
    Run run = Run.of(command, design, "-o", file);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllBytes(file)).startsWith(start.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"size, r.docx", "plan, r", "compare, r.txt"})
  void anotherEndIsAUsageErrorBeforeAnythingIsRead(String command, String name) {
    Run run = Run.of(command, folder.resolve("missing.firebreak"), "-o", folder.resolve(name));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("the format of " + name + " is not known", ".xlsx");
    assertThat(folder.resolve(name)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"size", "plan", "compare"})
  void theRootHasNoFormat(String command) {
    Run run = Run.of(command, folder.resolve("missing.firebreak"), "-o", folder.getRoot());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("the format of " + folder.getRoot() + " is not known");
  }

  @Test
  void aFolderIsNoLogo() throws Exception {
    Path design = shop.save(folder);
    Run run = Run.of("plan", design, "-o", folder.resolve("r.html"), "--logo", folder);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(folder + ": ", "name a PNG or SVG file");
    assertThat(folder.resolve("r.html")).doesNotExist();
  }

  @Test
  void aReportIsNotLeftHalfWritten() throws Exception {
    Path design = shop.save(folder);
    Path logo = folder.resolve("logo.svg");
    Files.writeString(logo, "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
    Path file = folder.resolve("r.html");
    Files.writeString(file, "before");
    Run run = Run.of("plan", design, "-o", file, "--logo", logo);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("logo.svg: the logo holds <script>");
    assertThat(file).hasContent("before");
  }

  @Test
  void onlyADatedReportHasADate() throws Exception {
    Path design = shop.save(folder);
    assertThat(json(design).has("date")).isFalse();
    String today = LocalDate.now().toString();
    assertThat(json(design, "--dated").get("date").asText())
        .isBetween(today, LocalDate.now().toString());
  }

  @Test
  void theCompanyIsNamed() throws Exception {
    JsonNode report = json(shop.save(folder), "--company", "Example Ltd");
    assertThat(report.get("company").asText()).isEqualTo("Example Ltd");
    assertThat(report.get("document").asText()).isEqualTo("plan");
    assertThat(report.get("formatVersion").asInt()).isEqualTo(1);
  }

  private JsonNode json(Path design, String... more) throws Exception {
    Path file = folder.resolve("plan.json");
    Object[] args = new Object[more.length + 4];
    args[0] = "plan";
    args[1] = design;
    args[2] = "-o";
    args[3] = file;
    System.arraycopy(more, 0, args, 4, more.length);
    Run run = Run.of(args);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(file.toFile());
  }
}
