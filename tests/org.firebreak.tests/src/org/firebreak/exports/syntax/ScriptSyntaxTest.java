package org.firebreak.exports.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.exports.Samples;
import org.firebreak.tools.Programs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported as a program is one, by parsers and linters of others. */
class ScriptSyntaxTest {
  @TempDir static Path bundles;

  private static ExportedScripts exported;

  @TempDir Path folder;

  @BeforeAll
  static void export() throws IOException {
    exported = ExportedScripts.in(bundles);
  }

  @Test
  void terraformModulesAreTakenByHashiCorpsParser() throws Exception {
    List<Path> modules = exported.files(".tf.json");
    assertThat(modules).hasSizeGreaterThan(8);
    assertThat(Programs.parse(folder, "terraform.js", modules)).isEmpty();
    assertRefused(
        "terraform.js",
        modules,
        ".tf.json",
        List.of(
            List.of("${var.vpc_id}", "${var.vpc_id"),
            List.of("${var.vpc_id}", "%{if x}"),
            List.of("${var.vpc_id}", "${var.vpc}"),
            List.of("\"vpc_id\" : {", "\"vpc_id\" : {}, \"vpc_id\" : {"),
            List.of("\"variable\"", "\"variables\""),
            List.of("aws_security_group\" : {", "aws_security_group\" : { \"1 2\" : {},"),
            List.of("\"output\"", "\"output")));
  }

  @Test
  void powerShellScriptsAreTakenByItsGrammar() throws Exception {
    List<Path> scripts = exported.files(".ps1");
    assertThat(scripts).hasSizeGreaterThan(20);
    assertThat(Programs.parse(folder, "powershell.js", scripts)).isEmpty();
    assertRefused(
        "powershell.js",
        scripts,
        ".ps1",
        List.of(
            List.of("Description = '", "Description = "),
            List.of("\n)\n", "\n\n"),
            List.of("$ruleSet = ", "$ruleSet = ("),
            List.of("@{", "@{ '")));
  }

  /** The parser is awake: a file that was damaged is not taken. */
  private void assertRefused(
      String parser, List<Path> files, String suffix, List<List<String>> damages) throws Exception {
    List<Path> damaged = new ArrayList<>();
    for (List<String> damage : damages) {
      String text = firstWith(damage.get(0), files);
      int at = text.indexOf(damage.get(0));
      Path copy = folder.resolve("damaged" + damaged.size() + suffix);
      Files.writeString(
          copy,
          text.substring(0, at) + damage.get(1) + text.substring(at + damage.get(0).length()));
      damaged.add(copy);
    }
    List<String> flaws = Programs.parse(folder, parser, damaged);
    for (Path each : damaged) {
      assertThat(flaws).as(each.toString()).anyMatch(flaw -> flaw.startsWith(each.toString()));
    }
  }

  private static String firstWith(String part, List<Path> files) throws IOException {
    for (Path file : files) {
      String text = Files.readString(file);
      if (text.contains(part)) {
        return text;
      }
    }
    throw new AssertionError("no file has " + part);
  }

  @Test
  void shellScriptsPassBashAndShellcheck() throws Exception {
    List<Path> scripts = new ArrayList<>(exported.files(".sh"));
    assertThat(scripts).hasSizeGreaterThan(1);
    scripts.add(Samples.root().resolve("samples/automation/apply-nftables"));
    for (Path script : scripts) {
      assertThat(lines(List.of("bash", "-n", script.toString()))).isEmpty();
      assertThat(lines(List.of("bash", "--posix", "-n", script.toString()))).isEmpty();
    }
    List<String> check = new ArrayList<>(List.of(Programs.need("shellcheck", "its package")));
    scripts.forEach(script -> check.add(script.toString()));
    assertThat(lines(check)).isEmpty();
  }

  private List<String> lines(List<String> command) throws Exception {
    Programs.Result result = Programs.run(folder, List.of(), command);
    List<String> lines = new ArrayList<>(result.output().lines().toList());
    if (result.exit() != 0) {
      lines.add("exit code " + result.exit());
    }
    return lines;
  }
}
