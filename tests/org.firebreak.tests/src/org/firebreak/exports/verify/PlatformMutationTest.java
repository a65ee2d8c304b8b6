package org.firebreak.exports.verify;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One rule or object of an exported artefact is changed at random: verification finds every change
 * of meaning, and each counter-example that it gives is one. Whether a change has a meaning is
 * judged by probes at the borders of all rules; whether a counter-example is one, by the rules of
 * the policy themselves.
 */
class PlatformMutationTest {
  private static final int MUTATIONS = 36;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.firebreak.exports.verify.MutationSubjects#all")
  void findsEveryChangeOfMeaningAndNoOther(MutationSubjects.Subject subject) throws Exception {
    int changed = 0;
    int unchanged = 0;
    for (long seed = 1; seed <= 2; seed++) {
      Design design =
          subject.plain()
              ? MutationSubjects.plainDesign(seed)
              : RandomDesign.of(subject.strategy(), 10, seed);
      CompiledPolicy policy =
          PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
      MutationJudge judge = new MutationJudge(policy, subject.platform());
      Path bundle = folder.resolve("b" + seed);
      BundleWriter.write(
          bundle, policy, Exporters.byIds(subject.platform()), Map.of(), Progress.NONE);
      FolderFiles artefacts = new FolderFiles(bundle.resolve(subject.platform()));
      for (String path : artefacts.paths()) {
        if (path.matches(subject.without())) {
          Files.delete(artefacts.folder().resolve(path));
        }
      }
      Map<String, PacketFilter> before = judge.read(artefacts).orElseThrow();
      List<String> paths =
          artefacts.paths().stream().filter(path -> path.matches(subject.files())).toList();
      assertThat(paths).isNotEmpty();
      Random random = new Random(seed);
      for (int i = 0; i < MUTATIONS; i++) {
        Path file = artefacts.folder().resolve(paths.get(random.nextInt(paths.size())));
        String text = Files.readString(file);
        String mutant = subject.mutator().mutate(text, random);
        Files.writeString(file, mutant);
        try {
          if (judge.check(bundle, artefacts, before, random)) {
            changed++;
          } else {
            unchanged++;
          }
        } catch (AssertionError e) {
          throw new AssertionError(
              "seed "
                  + seed
                  + ", mutation "
                  + i
                  + " of "
                  + file.getFileName()
                  + ": "
                  + difference(text, mutant)
                  + "\n"
                  + e.getMessage(),
              e);
        }
        Files.writeString(file, text);
      }
    }
    assertThat(changed).as("changes of meaning").isGreaterThan(MUTATIONS / 4);
    assertThat(unchanged).as("changes without meaning").isPositive();
  }

  @Test
  void twoFormsThatDisagreeAreReported() throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            MutationSubjects.plainDesign(1), CompileOptions.on(LocalDate.of(2026, 1, 1)));
    Path bundle = folder.resolve("forms");
    BundleWriter.write(bundle, policy, Exporters.byIds("panos-vm"), Map.of(), Progress.NONE);
    Path file;
    try (Stream<Path> files = Files.list(bundle.resolve("panos-vm/shared"))) {
      file =
          files
              .filter(each -> each.toString().matches(".*(?<!-remove)[.]set"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("action allow", "action deny"));
    PlatformVerification found =
        BundleVerifier.verify(policy, bundle, Progress.NONE).platforms().get(0);
    assertThat(found.holds()).isFalse();
    assertThat(found.mismatches()).hasAtLeastOneElementOfType(Mismatch.Several.class);
    assertThat(found.mismatches().get(0).text()).contains("the artefact has several filters");
  }

  private static String difference(String text, String mutant) {
    List<String> gone = new ArrayList<>(text.lines().toList());
    mutant.lines().forEach(gone::remove);
    List<String> come = new ArrayList<>(mutant.lines().toList());
    text.lines().forEach(come::remove);
    return gone + " -> " + come;
  }
}
