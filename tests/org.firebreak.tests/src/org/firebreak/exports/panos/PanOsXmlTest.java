package org.firebreak.exports.panos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Exported XML passes the schema and holds together; hostile names stay text. */
class PanOsXmlTest {
  private static final CompileOptions DAY = CompileOptions.on(LocalDate.of(2026, 1, 1));
  private static final Map<String, String> MAIL =
      Map.of("smtp-gateway", "mail.example.com", "smtp-from", "fw@example.com");
  private static final Map<String, String> PANORAMA =
      Map.of(
          "target", "panorama", "smtp-gateway", "mail.example.com", "smtp-from", "fw@example.com");
  private static final int TAGS = 32;

  @TempDir Path folder;

  private int exports;

  private MemoryFiles export(CompiledPolicy policy, String platform, Map<String, String> settings)
      throws Exception {
    Path bundle = folder.resolve("b" + exports++);
    BundleWriter.write(bundle, policy, Exporters.byIds(platform), settings, Progress.NONE);
    return MemoryFiles.of(new FolderFiles(bundle.resolve(platform)));
  }

  /** Checks every XML file of both platforms; gives how many rules they have. */
  private int check(CompiledPolicy policy, Map<String, String> settings) throws Exception {
    int rules = 0;
    for (String platform : List.of("panos", "panos-vm")) {
      MemoryFiles files = export(policy, platform, settings);
      for (String path : files.paths()) {
        if (!path.endsWith(".xml")) {
          continue;
        }
        String text = files.content().get(path);
        if (path.contains("register-")) {
          checkMessage(text);
          continue;
        }
        Set<String> names = new HashSet<>();
        for (PartitionXml partition : PartitionXml.of(text)) {
          partition.validate();
          for (Element rule : partition.checkReferences()) {
            rules++;
            assertThat(names.add(rule.getAttribute("name"))).isTrue();
          }
        }
        assertThat(names).as(path).isNotEmpty();
      }
    }
    return rules;
  }

  private static void checkMessage(String text) throws Exception {
    assertThat(text.length()).isLessThan(5_000_000);
    Document message = PartitionXml.parse(text);
    assertThat(message.getDocumentElement().getTagName()).isEqualTo("uid-message");
    var entries = message.getElementsByTagName("entry");
    assertThat(entries.getLength()).isPositive();
    for (int i = 0; i < entries.getLength(); i++) {
      List<String> tags = new ArrayList<>();
      var members = ((Element) entries.item(i)).getElementsByTagName("member");
      for (int m = 0; m < members.getLength(); m++) {
        tags.add(members.item(m).getTextContent());
      }
      assertThat(tags).doesNotHaveDuplicates().hasSizeBetween(1, TAGS);
      assertThat(tags).allMatch(tag -> tag.matches("[A-Za-z0-9._-]{1,127}"));
    }
  }

  static Stream<Arguments> samples() throws Exception {
    List<Arguments> all = new ArrayList<>();
    for (String sample : Samples.names()) {
      for (StrategyKind strategy : StrategyKind.values()) {
        all.add(Arguments.of(sample, strategy));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("samples")
  void samplePassesTheSchema(String sample, StrategyKind strategy) throws Exception {
    Design design = Samples.load(sample);
    CompiledPolicy policy = PolicyCompiler.compile(design, DAY.withStrategy(strategy));
    assertThat(check(policy, MAIL)).isPositive();
    assertThat(check(policy, PANORAMA)).isPositive();
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void randomDesignPassesTheSchema(StrategyKind strategy) throws Exception {
    for (long seed = 1; seed <= 3; seed++) {
      CompiledPolicy one = PolicyCompiler.compile(RandomDesign.of(strategy, 60, seed), DAY);
      CompiledPolicy tenants =
          PolicyCompiler.compile(RandomDesign.withTenants(strategy, 60, seed), DAY);
      assertThat(check(one, seed == 1 ? Map.of() : MAIL)).isPositive();
      assertThat(check(tenants, seed == 1 ? MAIL : PANORAMA)).isPositive();
    }
  }

  @Test
  void schemaRefusesWhatIsWrong() throws Exception {
    String xml =
        export(PolicyCompiler.compile(Samples.load("lab-shop"), DAY), "panos", Map.of())
            .content()
            .entrySet()
            .stream()
            .filter(file -> file.getKey().endsWith(".xml"))
            .findFirst()
            .orElseThrow()
            .getValue();
    for (List<String> change :
        List.of(
            List.of("<action>allow</action>", "<action>permit</action>"),
            List.of("<log-end>yes</log-end>", "<log-end>true</log-end>"),
            List.of("<application>", "<applications>"),
            List.of("<port>", "<port>x"))) {
      String wrong =
          xml.replace(change.get(0), change.get(1))
              .replace(change.get(0).replace("<", "</"), change.get(1).replace("<", "</"));
      assertThat(wrong).isNotEqualTo(xml);
      assertThatThrownBy(() -> PartitionXml.of(wrong).get(0).validate())
          .isInstanceOf(AssertionError.class);
    }
    String dangling = xml.replaceFirst("<source>\\s*<member>[^<]*", "<source><member>nobody");
    assertThatThrownBy(() -> PartitionXml.of(dangling).get(0).checkReferences())
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void hostileNamesAreTextInEveryFile(StrategyKind strategy) throws Exception {
    Design design = HostileNames.design(strategy);
    CompiledPolicy policy = PolicyCompiler.compile(design, DAY);
    for (Map<String, String> settings : List.of(MAIL, PANORAMA)) {
      assertThat(check(policy, settings)).isPositive();
      for (String platform : List.of("panos", "panos-vm")) {
        MemoryFiles files = export(policy, platform, settings);
        if (files.paths().isEmpty()) {
          continue; // no rule set is for this platform
        }
        Set<String> inCommands = new HashSet<>();
        Set<String> inXml = new HashSet<>();
        for (Map.Entry<String, String> file : files.content().entrySet()) {
          if (file.getKey().endsWith(".set")) {
            // applying them shows that each word is where it belongs: nothing is not understood
            PanOsDevice device = new PanOsDevice();
            if (!file.getKey().endsWith("-remove.set")) {
              file.getValue().lines().forEach(device::apply);
              inCommands.addAll(device.texts("description"));
              inCommands.addAll(device.texts("to"));
            }
            file.getValue().lines().forEach(Command::of);
          } else if (file.getKey().endsWith(".xml") && !file.getKey().contains("register-")) {
            Document document = PartitionXml.parse(file.getValue());
            for (String element : List.of("description", "to")) {
              var texts = document.getElementsByTagName(element);
              for (int i = 0; i < texts.getLength(); i++) {
                inXml.add(texts.item(i).getTextContent());
              }
            }
          }
        }
        for (Set<String> texts : List.of(inCommands, inXml)) {
          assertThat(texts).anyMatch(text -> text.contains("; flush ruleset; #"));
          assertThat(texts).anyMatch(text -> text.contains("$(reboot) `id` ${x} $x"));
          assertThat(texts).anyMatch(text -> text.contains("'; DROP TABLE x; --"));
          assertThat(texts).anyMatch(text -> text.contains("web] [any"));
          assertThat(texts).anyMatch(text -> text.contains("../../etc/passwd"));
          assertThat(texts).anyMatch(text -> text.contains("line break }"));
          assertThat(texts).noneMatch(text -> text.length() > 1023);
        }
      }
    }
  }
}
