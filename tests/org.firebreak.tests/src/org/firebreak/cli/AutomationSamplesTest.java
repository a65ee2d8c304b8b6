package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.firebreak.exports.nftables.Nft;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code samples/automation} ships works as it stands. */
class AutomationSamplesTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("firebreak.root"), "samples", "automation");

  @TempDir Path folder;

  private record Result(int exit, String output) {}

  private Result hook(String action, String... machines) throws Exception {
    Path ssh =
        Files.writeString(
            folder.resolve("ssh"),
            "#!/bin/sh\necho \"$1: $2: $(wc -l | tr -d ' ')\" >>'" + folder + "/log'\n");
    assertThat(ssh.toFile().setExecutable(true)).isTrue();
    Path bundle = Files.createDirectories(folder.resolve("bundle/nftables"));
    Files.writeString(bundle.resolve("apply.sh"), "a\n");
    Path ruleset = Files.writeString(folder.resolve("web.nft"), "b\nb\n");
    Path members = Files.writeString(folder.resolve("members.nft"), "c\nc\nc\n");
    List<String> rows = new ArrayList<>(List.of("machine,tenant,addresses,server_id"));
    for (String machine : machines) {
      rows.add(machine + ",,10.0.0.1,id");
    }
    Path hosts = Files.write(folder.resolve("hosts.csv"), rows);
    List<String> line =
        new ArrayList<>(
            List.of(
                SAMPLES.resolve("apply-nftables").toString(),
                "nftables",
                action,
                ruleset.toString()));
    if (action.equals("members")) {
      line.add(members.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("SSH", ssh.toString());
    builder.environment().put("FIREBREAK_HOSTS", hosts.toString());
    builder.environment().put("FIREBREAK_BUNDLE", folder.resolve("bundle").toString());
    return run(builder);
  }

  private static Result run(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private List<String> log() throws IOException {
    Path log = folder.resolve("log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  @Test
  void hookLoadsTheRulesetOnEachMachine() throws Exception {
    Result result = hook("load", "web1", "web2");

    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(log())
        .hasSize(6)
        .contains(
            "root@web1: cat >/run/firebreak/next.nft: 2",
            "root@web2: sh /run/firebreak/apply.sh -t 0 /run/firebreak/next.nft: 0");
  }

  @Test
  void hookChangesMembersFirst() throws Exception {
    assertThat(hook("members", "web1").exit()).isZero();
    assertThat(log().get(0)).isEqualTo("root@web1: nft -f -: 3");
    assertThat(log()).hasSize(4);
  }

  @Test
  void hookRefusesWhatIsNoHostName() throws Exception {
    for (String name : Arrays.asList("-oProxyCommand=id", "web;id", "$(id)", "a b", "\"x")) {
      Result result = hook("load", name);

      assertThat(result.exit()).as(name).isEqualTo(1);
      assertThat(result.output()).contains("is no host name");
    }
    assertThat(log()).isEmpty();
  }

  @Test
  void unitIsValid() throws Exception {
    Assumptions.assumeTrue(
        Nft.isOnPath("systemd-analyze"), "skipped: systemd-analyze is not installed (systemd)");
    // the program need not be installed where the tests run
    String unit =
        Files.readString(SAMPLES.resolve("firebreak-sync.service"))
            .replace("/opt/firebreak/firebreak", "/bin/true");
    Path file = Files.writeString(folder.resolve("firebreak-sync.service"), unit);
    Result result =
        run(new ProcessBuilder("systemd-analyze", "verify", "--man=no", file.toString()));

    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output().lines().filter(line -> line.contains("firebreak-sync"))).isEmpty();
  }

  /** Every command line that the examples give is one that the program takes. */
  @Test
  void commandLinesOfTheExamplesAreValid() throws Exception {
    JsonNode pipeline = new YAMLMapper().readTree(SAMPLES.resolve("pipeline.yml").toFile());
    List<String> lines = new ArrayList<>();
    for (String job : List.of("check", "review", "apply")) {
      pipeline.path(job).path("script").forEach(line -> lines.add(line.asText()));
    }
    for (String line : Files.readAllLines(SAMPLES.resolve("firebreak-sync.service"))) {
      if (line.startsWith("ExecStart=/opt/firebreak/")) {
        lines.add(line.substring("ExecStart=/opt/firebreak/".length()));
      }
    }
    assertThat(lines).hasSize(4);
    for (String line : lines) {
      List<String> words = new ArrayList<>(List.of(line.replace("\"", "").split(" ")));
      assertThat(words.remove(0)).isEqualTo("firebreak");
      int output = words.indexOf("-o");
      if (output >= 0) {
        words.set(output + 1, folder.resolve("state").toString());
      }
      words.remove("--watch");
      words.replaceAll(word -> word.replaceFirst("^\\$?/?.*\\.firebreak$|^\\$DESIGN$", "/none"));
      Run run = Run.of(words.toArray());

      // nothing but the design is missing
      assertThat(run.exitCode()).as(line + run.err()).isEqualTo(3);
      assertThat(run.err()).contains("/none");
    }
  }
}
