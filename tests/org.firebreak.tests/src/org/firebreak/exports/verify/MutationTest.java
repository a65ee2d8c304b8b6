package org.firebreak.exports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ConnectionKinds;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.StrategyKind;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One rule of an exported artefact is dropped, widened, moved or changed: verification finds every
 * change of meaning and no other. Whether the meaning changed is found by walking over one
 * connection of each kind that the rules can tell apart.
 */
class MutationTest {
  private static final int MUTATIONS = 60;

  @TempDir Path folder;

  @Test
  void findsEveryChangeOfMeaningInNftablesAndNoOther() throws Exception {
    check("nftables", ".nft", "    (ip |ip6 |meta |tcp |udp |counter |icmp).*");
  }

  @Test
  void findsEveryChangeOfMeaningInIptablesAndNoOther() throws Exception {
    check("iptables", "rules.v4", "-A .*");
  }

  private void check(String platform, String suffix, String ruleLine) throws Exception {
    int changed = 0;
    int unchanged = 0;
    for (long seed = 1; seed <= 3; seed++) {
      CompiledPolicy policy =
          PolicyCompiler.compile(
              RandomDesign.of(StrategyKind.GROUP, 8, seed),
              CompileOptions.on(LocalDate.of(2026, 1, 1)));
      Path bundle = folder.resolve("b" + seed);
      BundleWriter.write(bundle, policy, Exporters.byIds(platform), Map.of(), Progress.NONE);
      Path file = central(bundle.resolve(platform), suffix);
      List<String> lines = Files.readAllLines(file);
      PacketFilter before = read(platform, file.getParent());
      Random random = new Random(seed);
      for (int i = 0; i < MUTATIONS; i++) {
        List<String> mutant = mutate(lines, ruleLine, random);
        Files.write(file, mutant);
        boolean differs = differs(before, read(platform, file.getParent()));
        VerificationReport report = BundleVerifier.verify(policy, bundle, Progress.NONE);
        assertThat(report.platforms().get(0).holds())
            .as("seed %d, mutation %d: %s", seed, i, difference(lines, mutant))
            .isEqualTo(!differs);
        assertThat(report.files().isEmpty()).isEqualTo(mutant.equals(lines));
        changed += differs ? 1 : 0;
        unchanged += differs ? 0 : 1;
      }
      Files.write(file, lines);
    }
    assertThat(changed).isGreaterThan(MUTATIONS);
    assertThat(unchanged).isGreaterThan(5);
  }

  private static Path central(Path root, String suffix) throws Exception {
    try (Stream<Path> files = Files.walk(root.resolve("central"))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().findFirst().get();
    }
  }

  /** Drops, doubles, moves or changes one rule. */
  private static List<String> mutate(List<String> lines, String ruleLine, Random random) {
    List<Integer> rules = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches(ruleLine) && !lines.get(i).contains("state")) {
        rules.add(i);
      }
    }
    List<String> mutant = new ArrayList<>(lines);
    int at = rules.get(random.nextInt(rules.size()));
    int other = rules.get(random.nextInt(rules.size()));
    String line = mutant.get(at);
    switch (random.nextInt(6)) {
      case 0 -> mutant.remove(at);
      case 1 -> {
        mutant.set(at, mutant.get(other));
        mutant.set(other, line);
      }
      case 2 -> mutant.add(other, line);
      case 3 ->
          mutant.set(
              at,
              line.contains("ccept") || line.contains("ACCEPT")
                  ? line.replace(" accept", " drop").replace("-j ACCEPT", "-j DROP")
                  : line.replace(" drop", " accept").replace("-j DROP", "-j ACCEPT"));
      case 4 ->
          mutant.set(
              at,
              line.replaceFirst("(ip6?) [sd]addr @\\S+ ", "")
                  .replaceFirst("-m set --match-set \\S+ (src|dst) ", "")
                  .replaceFirst("-[sd] [0-9./]+ ", ""));
      default -> mutant.set(at, line.replaceFirst("dport (\\d{1,4}) ", "dport 1$1 "));
    }
    return mutant;
  }

  private static String difference(List<String> lines, List<String> mutant) {
    List<String> gone = new ArrayList<>(lines);
    mutant.forEach(gone::remove);
    List<String> come = new ArrayList<>(mutant);
    lines.forEach(come::remove);
    return gone + " -> " + come;
  }

  private static PacketFilter read(String platform, Path folder) throws Exception {
    List<String> paths = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).sorted().forEach(paths::add);
    }
    RuleFiles files =
        new RuleFiles() {
          @Override
          public List<String> paths() {
            return paths;
          }

          @Override
          public InputStream open(String path) {
            try {
              return new ByteArrayInputStream(
                  Files.readString(folder.resolve(path)).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    RuleBase read =
        RuleBaseReaders.of(platform).get().read(files, HostAddresses.NONE, Progress.NONE);
    assertThat(read.unread()).isEmpty();
    return read.filters().get(0).filter();
  }

  private static boolean differs(PacketFilter one, PacketFilter other) {
    ConnectionKinds kinds = new ConnectionKinds(List.of(one, other));
    return kinds
        .find(
            kinds.addresses(),
            kinds.addresses(),
            outcomes -> !outcomes.get(0).equals(outcomes.get(1)))
        .isPresent();
  }
}
