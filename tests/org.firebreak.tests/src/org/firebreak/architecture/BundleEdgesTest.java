package org.firebreak.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BundleEdgesTest {
  /** Which bundle directly requires which, without the common prefix. */
  private static final Map<String, Set<String>> EDGES =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("core", Set.of("model")),
          Map.entry("rulebase", Set.of("core")),
          Map.entry("imports", Set.of("core", "rulebase")),
          Map.entry("exports", Set.of("core", "rulebase")),
          Map.entry("scene", Set.of("model")),
          Map.entry("report", Set.of("core", "scene")),
          Map.entry("cli", Set.of("imports", "exports", "report")),
          Map.entry("diagram", Set.of("core", "scene")),
          Map.entry("ui", Set.of("diagram", "imports", "exports", "report")),
          Map.entry("gef.compat", Set.of()),
          Map.entry("graphics2d.compat", Set.of()));

  private static final List<String> DISPLAY =
      List.of(
          "org.eclipse.swt",
          "org.eclipse.jface",
          "org.eclipse.ui",
          "org.eclipse.e4",
          "org.eclipse.gef",
          "org.eclipse.draw2d");

  /** Beginnings of the names of bundles, packages and types that a bundle never sees. */
  private static final Map<String, List<String>> NEVER_SEES =
      Map.ofEntries(
          Map.entry("model", with(DISPLAY, own("core"))),
          Map.entry(
              "core",
              with(
                  DISPLAY,
                  "org.osgi",
                  "org.eclipse.core.runtime",
                  "java.nio.file",
                  "java.io.File",
                  "java.io.RandomAccessFile")),
          Map.entry("rulebase", with(DISPLAY, own("exports"), own("imports"), own("report"))),
          Map.entry("imports", with(DISPLAY, own("exports"), own("report"), own("scene"))),
          Map.entry("exports", with(DISPLAY, own("imports"), own("report"), own("scene"))),
          Map.entry("scene", with(DISPLAY, own("core"))),
          Map.entry("report", with(DISPLAY, own("imports"), own("exports"))),
          Map.entry("cli", with(DISPLAY, own("diagram"), own("ui"))),
          Map.entry(
              "diagram",
              List.of(own("imports"), own("exports"), own("report"), own("cli"), own("ui"))),
          Map.entry("ui", List.of(own("cli"))),
          Map.entry("gef.compat", List.of("org.firebreak")),
          Map.entry("graphics2d.compat", with(DISPLAY, "org.firebreak")));

  @Test
  void bundlesRequireExactlyTheBundlesOfTheArchitecture() throws IOException {
    Map<String, Set<String>> actual = new TreeMap<>();
    for (BundleManifest manifest : Project.manifests()) {
      actual.put(manifest.name(), manifest.ownRequired());
    }
    Map<String, Set<String>> expected = new TreeMap<>();
    EDGES.forEach(
        (bundle, required) ->
            expected.put(
                own(bundle),
                required.stream()
                    .map(BundleEdgesTest::own)
                    .collect(Collectors.toCollection(TreeSet::new))));
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void onlyTheCompatibilityFragmentsExtendOtherBundles() throws IOException {
    Map<String, String> hosts = new TreeMap<>();
    for (BundleManifest manifest : Project.manifests()) {
      if (!manifest.host().isEmpty()) {
        hosts.put(manifest.name(), manifest.host());
      }
    }
    assertThat(hosts)
        .containsOnly(
            Map.entry(own("gef.compat"), "org.eclipse.gef"),
            Map.entry(own("graphics2d.compat"), "de.rototor.pdfbox.graphics2d"));
  }

  @Test
  void manifestsAskForNothingThatTheirBundleNeverSees() throws IOException {
    List<String> leaks = new ArrayList<>();
    for (BundleManifest manifest : Project.manifests()) {
      for (String name : manifest.asksFor(name -> isUnwanted(manifest.name(), name))) {
        leaks.add(manifest.name() + " asks for " + name);
      }
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void sourcesMentionNothingThatTheirBundleNeverSees() throws IOException {
    List<String> leaks = new ArrayList<>();
    for (SourceFile source : Project.sources()) {
      for (String mention : source.mentions()) {
        if (isUnwanted(source.bundle(), mention)) {
          leaks.add(source.label() + " mentions " + mention);
        }
      }
    }
    assertThat(leaks).isEmpty();
  }

  private static boolean isUnwanted(String bundle, String name) {
    List<String> unwanted = NEVER_SEES.get(bundle.substring("org.firebreak.".length()));
    return unwanted.stream().anyMatch(start -> name.startsWith(start));
  }

  private static String own(String bundle) {
    return "org.firebreak." + bundle;
  }

  private static List<String> with(List<String> names, String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return all;
  }
}
