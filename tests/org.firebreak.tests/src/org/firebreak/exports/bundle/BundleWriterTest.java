package org.firebreak.exports.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Samples;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {
  @TempDir Path parent;

  private static CompiledPolicy shop(StrategyKind strategy) throws IOException {
    return compile(Samples.load("lab-shop"), strategy);
  }

  private static CompiledPolicy compile(Design design, StrategyKind strategy) {
    return PolicyCompiler.compile(
        design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(strategy));
  }

  private static ExportReport write(Path folder, CompiledPolicy policy) throws IOException {
    return BundleWriter.write(folder, policy, Exporters.all(), Map.of(), Progress.NONE);
  }

  private static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return content;
  }

  private void assertNothingIsLeftBeside(String... names) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  @Test
  void sameDesignGivesTheSameBytes() throws Exception {
    write(parent.resolve("a"), shop(StrategyKind.HYBRID));
    write(parent.resolve("b"), shop(StrategyKind.HYBRID));
    assertThat(content(parent.resolve("a"))).isEqualTo(content(parent.resolve("b")));
  }

  @Test
  void olderBundleIsReplacedAsAWhole() throws Exception {
    Path folder = parent.resolve("deep/bundle");
    write(folder, shop(StrategyKind.MICRO));
    ExportReport report = write(folder, shop(StrategyKind.GROUP));
    assertThat(Files.exists(folder.resolve("nftables/hosts.csv"))).isFalse();
    assertThat(content(folder)).hasSize(report.files() + 1);
    try (Stream<Path> beside = Files.list(folder.getParent())) {
      assertThat(beside).containsExactly(folder);
    }
  }

  @Test
  void manifestListsEveryFileWithItsHashAndEveryRuleWithItsOrigin() throws Exception {
    Path folder = parent.resolve("bundle");
    CompiledPolicy policy = shop(StrategyKind.HYBRID);
    ExportReport report = write(folder, policy);
    JsonNode manifest = new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
    assertThat(manifest.path("strategy").asText()).isEqualTo("hybrid");
    assertThat(manifest.path("evaluationDate").asText()).isEqualTo("2026-01-01");
    int files = 0;
    for (JsonNode platform : manifest.path("platforms")) {
      for (JsonNode file : platform.path("files")) {
        files++;
        byte[] bytes = Files.readAllBytes(folder.resolve(file.path("path").asText()));
        assertThat(file.path("size").asInt()).isEqualTo(bytes.length);
        assertThat(file.path("sha256").asText())
            .isEqualTo(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        for (JsonNode rule : file.path("rules")) {
          assertThat(rule.path("origins").isEmpty())
              .isEqualTo(
                  Set.of("default_deny", "enforced_at_hosts").contains(rule.path("kind").asText()));
        }
      }
    }
    assertThat(files).isEqualTo(report.files()).isEqualTo(content(folder).size() - 1);
    int rules = policy.ruleSets().stream().map(RuleSet::rules).mapToInt(List::size).sum();
    assertThat(report.platforms().get(0).rules()).isEqualTo(rules);
  }

  @Test
  void foreignFolderIsNotTouched() throws Exception {
    Path folder = Files.createDirectories(parent.resolve("mine"));
    Files.writeString(folder.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> write(folder, shop(StrategyKind.GROUP)))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("mine holds something else than a policy bundle")
        .hasMessageContaining("name another folder");
    assertThat(content(folder)).containsOnlyKeys("thesis.txt");
    Files.writeString(folder.resolve("manifest.json"), "{\"name\": \"a web application\"}");
    assertThatThrownBy(() -> write(folder, shop(StrategyKind.GROUP)))
        .isInstanceOf(ExportException.class);
    assertNothingIsLeftBeside("mine");
  }

  @Test
  void bundleWithAForeignFileIsNotReplaced() throws Exception {
    Path folder = parent.resolve("bundle");
    write(folder, shop(StrategyKind.GROUP));
    Files.writeString(folder.resolve("nftables/notes.txt"), "applied on Monday");
    assertThatThrownBy(() -> write(folder, shop(StrategyKind.MICRO)))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("nftables/notes.txt");
    assertThat(folder.resolve("nftables/notes.txt")).exists();
    assertNothingIsLeftBeside("bundle");
  }

  @Test
  void noBundleIsWrittenIntoAnother() throws Exception {
    Path outer = parent.resolve("outer");
    write(outer, shop(StrategyKind.GROUP));
    Map<String, String> before = content(outer);
    Path link = Files.createSymbolicLink(parent.resolve("link"), outer.resolve("nftables"));
    for (Path inner :
        List.of(outer.resolve("sub"), outer.resolve("nftables/new/deep"), link.resolve("sub"))) {
      assertThatThrownBy(() -> write(inner, shop(StrategyKind.GROUP)))
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("outer is a policy bundle")
          .hasMessageContaining("name a folder outside");
    }
    assertThat(content(outer)).isEqualTo(before);
    assertThat(outer.resolve("nftables/new")).doesNotExist();
    write(outer, shop(StrategyKind.MICRO));
    assertNothingIsLeftBeside("outer", "link");
  }

  @Test
  void fileIsNotReplaced() throws Exception {
    Path file = Files.writeString(parent.resolve("file"), "text");
    assertThatThrownBy(() -> write(file, shop(StrategyKind.GROUP)))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("is not a folder");
    assertThatThrownBy(() -> write(Path.of("/"), shop(StrategyKind.GROUP)))
        .isInstanceOf(ExportException.class);
  }

  @Test
  void failedExportLeavesTheOlderBundle() throws Exception {
    Path folder = parent.resolve("bundle");
    write(folder, shop(StrategyKind.GROUP));
    Map<String, String> before = content(folder);
    assertThatThrownBy(
            () ->
                BundleWriter.write(
                    folder,
                    shop(StrategyKind.MICRO),
                    List.of(Exporters.all().get(0), new FailingExporter("failing", progress -> {})),
                    Map.of(),
                    Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full for failing");
    assertThat(content(folder)).isEqualTo(before);
    assertNothingIsLeftBeside("bundle");
  }

  @Test
  void cancelledExportLeavesNothing() throws Exception {
    Progress cancelled =
        new Progress() {
          @Override
          public void begin(String task, long totalWork) {}

          @Override
          public void worked(long units) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(
            () ->
                BundleWriter.write(
                    parent.resolve("bundle"),
                    shop(StrategyKind.MICRO),
                    Exporters.all(),
                    Map.of(),
                    cancelled))
        .isInstanceOf(CancelledException.class);
    assertNothingIsLeftBeside();
  }

  /** Several platforms are exported at the same time, but it shall not be seen. */
  @Test
  void firstPlatformThatFailsIsTheOneThatIsTold() throws Exception {
    CountDownLatch laterFailed = new CountDownLatch(1);
    Exporter first =
        new FailingExporter(
            "first",
            progress -> {
              try {
                laterFailed.await(2, TimeUnit.SECONDS); // with one processor it comes never
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    Exporter second = new FailingExporter("second", progress -> laterFailed.countDown());
    BundleRequest request =
        BundleRequest.of(
            shop(StrategyKind.MICRO), List.of(first, second, Exporters.all().get(0)), Map.of());
    assertThatThrownBy(() -> BundleWriter.write(parent.resolve("bundle"), request, Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full for first");
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void exportThatIsCancelledHalfWayLeavesNothing() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Progress progress =
        new Progress() {
          @Override
          public void begin(String task, long totalWork) {}

          @Override
          public void worked(long units) {}

          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() > 20;
          }
        };
    BundleRequest request = BundleRequest.of(shop(StrategyKind.MICRO), Exporters.all(), Map.of());
    assertThatThrownBy(() -> BundleWriter.write(parent.resolve("bundle"), request, progress))
        .isInstanceOf(CancelledException.class);
    assertThat(asked).hasValueGreaterThan(20);
    assertThat(parent).isEmptyDirectory();
  }

  /** The command line is cancelled by an interrupt of its thread. */
  @Test
  void interruptStopsAllPlatforms() throws Exception {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    Thread caller = Thread.currentThread();
    Exporter interrupting =
        new FailingExporter(
            "interrupting",
            progress -> {
              caller.interrupt();
              long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
              while (System.nanoTime() < end) {
                progress.check();
                Thread.onSpinWait();
              }
            });
    BundleRequest request =
        BundleRequest.of(
            shop(StrategyKind.MICRO),
            List.of(Exporters.all().get(0), interrupting, Exporters.all().get(1)),
            Map.of());
    assertThatThrownBy(() -> BundleWriter.write(parent.resolve("bundle"), request, Progress.NONE))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void unknownSettingsAndPlatformsAreNamed() throws Exception {
    CompiledPolicy policy = shop(StrategyKind.GROUP);
    Path folder = parent.resolve("bundle");
    List<Exporter> nftables = Exporters.byIds("nftables");
    assertThatThrownBy(
            () ->
                BundleWriter.write(
                    folder, policy, nftables, Map.of("nftables.colour", "red"), Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nftables.colour")
        .hasMessageContaining("nftables.log-rate");
    assertThatThrownBy(
            () ->
                BundleWriter.write(
                    folder, policy, nftables, Map.of("log-group", "70000"), Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("option log-group cannot be '70000'; it takes 0 to 65535");
    assertThatThrownBy(() -> Exporters.byIds("nftables,ipchains"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown platform 'ipchains'; known are nftables, iptables, panos");
    assertThatThrownBy(() -> Exporters.byIds(" , ")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Exporters.byIds("all")).isEqualTo(Exporters.all());
    assertThat(Exporters.byIds("panos, NFT,panos"))
        .extracting(Exporter::id)
        .containsExactly("panos", "nftables");
    assertNothingIsLeftBeside();
  }

  @Test
  void enforcementPointOfAnotherPlatformIsReported() throws Exception {
    Design design = Samples.load("lab-shop");
    DesignBuilder points = new DesignBuilder("points", StrategyKind.GROUP);
    design
        .getEnforcementPoints()
        .add(points.point("Core firewall", EnforcementKind.CENTRAL, "PAN-OS"));
    ExportReport report =
        BundleWriter.write(
            parent.resolve("bundle"),
            compile(design, StrategyKind.HYBRID),
            Exporters.byIds("nftables"),
            Map.of(),
            Progress.NONE);
    assertThat(report.unenforced())
        .singleElement()
        .satisfies(
            limitation -> {
              assertThat(limitation.effect()).isEqualTo(Limitation.Effect.PERMITS_MORE);
              assertThat(limitation.reason())
                  .contains("Core firewall")
                  .contains("names the platform PAN-OS");
            });
    assertThat(parent.resolve("bundle/nftables/central")).doesNotExist();
    assertThat(parent.resolve("bundle/nftables/hosts")).exists();
  }

  /** Writes a file, does something and fails. */
  private record FailingExporter(String id, Consumer<Progress> before) implements Exporter {
    @Override
    public String title() {
      return "Failing";
    }

    @Override
    public String description() {
      return "Fails.";
    }

    @Override
    public List<ExportOption> options() {
      return List.of();
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of();
    }

    @Override
    public void export(ExportRequest request, ExportSink sink, Progress progress)
        throws IOException {
      sink.open("started.txt", "half").write("half").close();
      before.accept(progress);
      throw new IOException("disk full for " + id);
    }
  }
}
