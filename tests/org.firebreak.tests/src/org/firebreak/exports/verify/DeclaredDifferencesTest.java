package org.firebreak.exports.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Limitation.Effect;
import org.firebreak.exports.Limitation.Logging;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.bundle.BundleRequest;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A difference is accepted only if a limitation of the right effect speaks of its rule, and a
 * bundle with another difference is not put in place.
 */
class DeclaredDifferencesTest {
  private static final Exporter NFTABLES = Exporters.byIds("nftables").get(0);

  @TempDir Path folder;

  private CompiledPolicy policy;
  private RuleSet central;
  private String flow;
  private String other;
  private String tripwire;

  @BeforeEach
  void compile() {
    DesignBuilder builder = new DesignBuilder("two", StrategyKind.GROUP);
    builder.server(builder.group(builder.zone("left"), "a"), "a1", "10.0.0.1");
    builder.server(builder.group(builder.zone("right"), "b"), "b1", "10.0.1.1");
    builder.flow("a", "b", "tcp/443").setLog(true);
    builder.flow("b", "a", "tcp/80");
    builder.tripwire("Shells", Severity.HIGH, "tcp/22");
    policy = PolicyCompiler.compile(builder.design(), CompileOptions.on(LocalDate.of(2026, 1, 1)));
    central = policy.ruleSets().get(0);
    List<Rule> flows =
        central.rules().stream().filter(rule -> rule.kind() == Rule.Kind.FLOW).toList();
    flow = flows.get(0).id();
    other = flows.get(1).id();
    tripwire =
        central.rules().stream()
            .filter(rule -> rule.kind() == Rule.Kind.TRIPWIRE)
            .findFirst()
            .orElseThrow()
            .id();
  }

  private static Limitation limitation(Effect effect, String ruleSet, String rule) {
    return new Limitation(effect, ruleSet, rule, List.of(), "because");
  }

  /** Changes the lines that contain a text, and verifies. */
  private PlatformVerification verify(
      String containing, UnaryOperator<String> change, Limitation... limitations) throws Exception {
    Path bundle = folder.resolve("bundle");
    if (!Files.exists(bundle)) {
      BundleWriter.write(bundle, policy, List.of(NFTABLES), Map.of(), Progress.NONE);
    }
    MemoryFiles files = MemoryFiles.of(new FolderFiles(bundle.resolve("nftables")));
    files.content().replaceAll((path, text) -> changed(text, containing, change));
    return new PlatformVerifier(NFTABLES, policy, policy.ruleSets(), List.of(limitations))
        .verify(RuleBaseReaders.of("nftables").orElseThrow(), files, Progress.NONE);
  }

  private static String changed(String text, String containing, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder();
    text.lines()
        .map(
            line ->
                line.contains("comment") && line.contains(containing) ? change.apply(line) : line)
        .forEach(line -> changed.append(line).append('\n'));
    return changed.toString();
  }

  private PlatformVerification withoutTheFlow(Limitation... limitations) throws Exception {
    return verify(flow, line -> "", limitations);
  }

  @Test
  void nothingDiffersInWhatWasExported() throws Exception {
    assertThat(verify("nothing", line -> line).holds()).isTrue();
  }

  @Test
  void deniesMoreIsDeclaredForItsRuleItsRuleSetOrAll() throws Exception {
    for (Limitation limitation :
        List.of(
            limitation(Effect.DENIES_MORE, central.name(), flow),
            limitation(Effect.DENIES_MORE, central.name(), null),
            limitation(Effect.DENIES_MORE, null, flow),
            limitation(Effect.DENIES_MORE, null, null))) {
      PlatformVerification found = withoutTheFlow(limitation);
      assertThat(found.holds()).as(limitation.toString()).isTrue();
      assertThat(found.declared())
          .singleElement()
          .isInstanceOfSatisfying(
              Mismatch.Decision.class,
              decision -> assertThat(decision.declared()).isEqualTo(limitation));
    }
  }

  @Test
  void noOtherLimitationDeclaresIt() throws Exception {
    for (Limitation limitation :
        List.of(
            limitation(Effect.PERMITS_MORE, central.name(), flow),
            limitation(Effect.REDUCED, central.name(), flow),
            limitation(Effect.ASSUMPTION, null, null),
            limitation(Effect.DENIES_MORE, central.name(), other),
            limitation(Effect.DENIES_MORE, "another firewall", flow),
            limitation(Effect.DENIES_MORE, "another firewall", null))) {
      PlatformVerification found = withoutTheFlow(limitation);
      assertThat(found.holds()).as(limitation.toString()).isFalse();
      assertThat(found.declared()).isEmpty();
      assertThat(found.mismatches())
          .singleElement()
          .satisfies(
              mismatch ->
                  assertThat(mismatch.text())
                      .matches(
                          central.name()
                              + ": 10[.]0[.]0[.]1 → 10[.]0[.]1[.]1 tcp/443: the design says permit,"
                              + " log [(]rule "
                              + flow
                              + ", [^)]*[)], the artefact deny, log [(].* at .*[.]nft:\\d+[)]"));
    }
  }

  @Test
  void permittingMoreIsDeclaredAsSuchOnly() throws Exception {
    UnaryOperator<String> permit =
        line -> line.replaceFirst("log prefix \"[^\"]*\"( level \\w+)? drop", "accept");
    assertThat(verify(tripwire, permit).mismatches()).isNotEmpty();
    assertThat(verify(tripwire, permit, limitation(Effect.DENIES_MORE, null, null)).holds())
        .isFalse();
    assertThat(
            verify(tripwire, permit, limitation(Effect.PERMITS_MORE, central.name(), tripwire))
                .holds())
        .isTrue();
  }

  @Test
  void lostLogIsReducedAndANewAlertIsNever() throws Exception {
    UnaryOperator<String> silent =
        line -> line.replaceFirst("log prefix \"[^\"]*\"( level \\w+)? ", "");
    assertThat(verify(flow, silent).holds()).isFalse();
    Limitation lost = limitation(Effect.REDUCED, central.name(), flow);
    assertThat(verify(flow, silent, lost.logging(Logging.NO_LOG)).holds()).isTrue();
    UnaryOperator<String> alerting = line -> line.replace("firebreak:deny:", "firebreak:alert:");
    assertThat(
            verify(
                    "everything else",
                    alerting,
                    limitation(Effect.REDUCED, null, null)
                        .logging(Logging.NO_LOG, Logging.MORE_LOG, Logging.NO_ALERT))
                .mismatches())
        .isNotEmpty();
  }

  @Test
  void aLostLogIsNotDeclaredByALimitationOfSomethingElse() throws Exception {
    UnaryOperator<String> silent =
        line -> line.replaceFirst("log prefix \"[^\"]*\"( level \\w+)? ", "");
    Limitation inspection = limitation(Effect.REDUCED, central.name(), flow);
    for (Limitation other :
        List.of(inspection, inspection.logging(Logging.NO_ALERT, Logging.MORE_LOG))) {
      assertThat(verify(flow, silent, other).holds()).as(other.toString()).isFalse();
    }
    // a tripwire that alerts no more but is still logged, and one that is not even logged
    UnaryOperator<String> plain = line -> line.replace("firebreak:alert:", "firebreak:deny:");
    Limitation alert =
        limitation(Effect.REDUCED, central.name(), tripwire).logging(Logging.NO_ALERT);
    assertThat(verify(tripwire, plain, alert).holds()).isTrue();
    assertThat(verify(tripwire, silent, alert).holds()).isFalse();
    assertThat(verify(tripwire, silent, alert.logging(Logging.NO_ALERT, Logging.NO_LOG)).holds())
        .isTrue();
  }

  @Test
  void aLogDroppedFromAFlowThatAsksForInspectionIsFound() throws Exception {
    DesignBuilder builder = new DesignBuilder("inspected", StrategyKind.GROUP);
    builder.server(builder.group(builder.zone("left"), "a"), "a1", "10.0.0.1");
    builder.server(builder.group(builder.zone("right"), "b"), "b1", "10.0.1.1");
    Flow inspected = builder.flow("a", "b", "tcp/443");
    inspected.setLog(true);
    inspected.setInspection(Inspection.THREAT_PREVENTION);
    policy = PolicyCompiler.compile(builder.design(), CompileOptions.on(LocalDate.of(2026, 1, 1)));
    Path bundle = folder.resolve("inspected");
    ExportReport report =
        BundleWriter.write(bundle, policy, List.of(NFTABLES), Map.of(), Progress.NONE);
    assertThat(report.limitations()).extracting(Limitation::effect).containsExactly(Effect.REDUCED);
    assertThat(BundleVerifier.verify(policy, bundle, Progress.NONE).platforms().get(0).holds())
        .isTrue();
    try (Stream<Path> files = Files.walk(bundle.resolve("nftables/central"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String silent =
            changed(
                Files.readString(file),
                report.limitations().get(0).rule(),
                line -> line.replaceFirst("log prefix \"[^\"]*\"( level \\w+)? ", ""));
        Files.writeString(file, silent);
      }
    }
    assertThat(BundleVerifier.verify(policy, bundle, Progress.NONE).platforms().get(0).holds())
        .isFalse();
  }

  /** Writes what the exporter writes, but for lines that contain a text. */
  private record Forgetful(String text) implements Exporter {
    @Override
    public String id() {
      return NFTABLES.id();
    }

    @Override
    public String title() {
      return NFTABLES.title();
    }

    @Override
    public String description() {
      return NFTABLES.description();
    }

    @Override
    public List<ExportOption> options() {
      return NFTABLES.options();
    }

    @Override
    public Set<Capability> capabilities() {
      return NFTABLES.capabilities();
    }

    @Override
    public void export(ExportRequest request, ExportSink sink, Progress progress)
        throws IOException {
      MemoryFiles files = new MemoryFiles();
      NFTABLES.export(request, files, progress);
      for (Map.Entry<String, String> each : files.content().entrySet()) {
        try (ExportFile file = sink.open(each.getKey(), "")) {
          file.write(changed(each.getValue(), text, line -> ""));
        }
      }
    }
  }

  @Test
  void nothingIsLeftBehindOfABundleThatDiffers() throws Exception {
    Path target = folder.resolve("policy");
    BundleRequest request = BundleRequest.of(policy, List.of(new Forgetful(flow)), Map.of());

    VerificationException failure =
        catchThrowableOfType(
            VerificationException.class, () -> BundleWriter.write(target, request, Progress.NONE));

    assertThat(failure.getMessage())
        .startsWith(
            "the rules that were written do not do what the design says, so no bundle was made:\n")
        .contains("nftables: " + central.name() + ": 10.0.0.1 → 10.0.1.1 tcp/443")
        .contains("the design says permit, log (rule " + flow);
    assertThat(failure.report().platforms().get(0).mismatches()).hasSize(1);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFormerBundleStaysAndWithoutVerificationItIsReplaced() throws Exception {
    Path target = folder.resolve("policy");
    BundleWriter.write(target, policy, List.of(NFTABLES), Map.of(), Progress.NONE);
    Map<String, String> before = MemoryFiles.of(new FolderFiles(target)).content();
    BundleRequest request = BundleRequest.of(policy, List.of(new Forgetful(flow)), Map.of());

    assertThat(
            catchThrowableOfType(
                VerificationException.class,
                () -> BundleWriter.write(target, request, Progress.NONE)))
        .isNotNull();
    assertThat(MemoryFiles.of(new FolderFiles(target)).content()).isEqualTo(before);

    assertThat(
            BundleWriter.write(target, request.withoutVerification(), Progress.NONE).verification())
        .isEmpty();
    assertThat(MemoryFiles.of(new FolderFiles(target)).content()).isNotEqualTo(before);
  }

  @Test
  void moreThanTenDifferencesAreCounted() throws Exception {
    DesignBuilder builder = new DesignBuilder("many", StrategyKind.GROUP);
    for (int i = 0; i <= 14; i++) {
      builder.server(
          builder.group(builder.zone("zone" + i), "g" + i), "s" + i, "10.0.0." + (i + 1));
    }
    for (int i = 0; i < 14; i++) {
      builder.flow("g" + i, "g" + (i + 1), "tcp/" + (100 + 2 * i));
    }
    policy = PolicyCompiler.compile(builder.design(), CompileOptions.on(LocalDate.of(2026, 1, 1)));
    VerificationException failure =
        catchThrowableOfType(
            VerificationException.class,
            () ->
                BundleWriter.write(
                    folder.resolve("many"),
                    BundleRequest.of(policy, List.of(new Forgetful(" accept")), Map.of()),
                    Progress.NONE));
    assertThat(failure.getMessage().lines()).hasSize(12);
    assertThat(failure.getMessage()).endsWith("… and 4 more differences");
  }
}
