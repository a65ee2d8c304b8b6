package org.firebreak.exports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles of all samples are what they were, byte for byte. */
class SampleGoldenTest {
  @TempDir Path folder;

  static Stream<Arguments> bundles() throws Exception {
    List<Arguments> bundles = new ArrayList<>();
    for (String sample : Samples.names()) {
      for (StrategyKind strategy : StrategyKind.values()) {
        bundles.add(Arguments.of(sample, strategy));
      }
    }
    return bundles.stream();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("bundles")
  void bundleIsAsBefore(String sample, StrategyKind strategy) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            Samples.load(sample),
            CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(strategy));
    Path bundle = folder.resolve("bundle");
    BundleWriter.write(bundle, policy, Exporters.all(), Map.of(), Progress.NONE);
    Golden.assertGolden(bundle, sample + "-" + strategy.getLiteral());
  }
}
