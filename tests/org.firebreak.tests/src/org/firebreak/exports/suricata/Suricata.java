package org.firebreak.exports.suricata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.exports.nftables.Nft;
import org.junit.jupiter.api.Assumptions;

/** The real Suricata on the rules of one routing domain. */
final class Suricata {
  private static final Pattern LOADED =
      Pattern.compile("([0-9]+) rules successfully loaded, ([0-9]+) rules failed");
  private static final long SECONDS = 120;

  /**
   * What a load of the rules said.
   *
   * @param problems warnings and errors, without those about the absent statistics
   */
  record Loaded(int exit, int rules, int failed, List<String> problems, String output) {}

  private final Path rules;
  private final Path folder;
  private final Path configuration;

  /**
   * Skips the test, saying why, where Suricata is not installed.
   *
   * @param platform the folder of the platform in a bundle
   * @param domain folder of the routing domain in it
   * @param folder where logs and the configuration go
   */
  Suricata(Path platform, String domain, Path folder) throws IOException {
    Assumptions.assumeTrue(
        Nft.isOnPath("suricata"),
        "skipped: suricata is not installed (Debian 12 has it in the backports suite)");
    this.folder = Files.createDirectories(folder);
    rules = platform.resolve(domain).resolve("firebreak.rules");
    configuration = folder.resolve("suricata.yaml");
    Files.writeString(
        configuration,
        """
        %%YAML 1.1
        ---
        vars:
          address-groups:
            HOME_NET: "any"
            include: %s
        classification-file: %s
        outputs:
          - eve-log:
              enabled: yes
              filename: eve.json
              types:
                - alert
        """
            .formatted(
                platform.resolve(domain).resolve("firebreak-addresses.yaml"),
                platform.resolve("classification.config")));
  }

  /** {@code suricata -T}. */
  Loaded load() throws Exception {
    Nft.Result result = run(List.of("-T"));
    Matcher counts = LOADED.matcher(result.output());
    boolean counted = counts.find();
    List<String> problems =
        result
            .output()
            .lines()
            .filter(line -> line.matches("(Warning|Error): .*"))
            .filter(line -> !line.contains("stats are enabled but no loggers are active"))
            .toList();
    return new Loaded(
        result.exit(),
        counted ? Integer.parseInt(counts.group(1)) : -1,
        counted ? Integer.parseInt(counts.group(2)) : -1,
        problems,
        result.output());
  }

  /** The alerts on a capture, in order. */
  List<JsonNode> alerts(Path capture) throws Exception {
    Files.deleteIfExists(folder.resolve("eve.json"));
    Nft.Result result = run(List.of("-r", capture.toString(), "-k", "none", "--runmode", "single"));
    if (result.exit() != 0) {
      throw new IOException(result.output());
    }
    List<JsonNode> alerts = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(folder.resolve("eve.json"))) {
      alerts.add(json.readTree(line));
    }
    return alerts;
  }

  private Nft.Result run(List<String> arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of("suricata"));
    line.addAll(arguments);
    line.addAll(List.of("-c", configuration.toString(), "-S", rules.toString()));
    line.addAll(List.of("-l", folder.toString(), "--strict-rule-keywords=all"));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(line + " did not end");
    }
    return new Nft.Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
