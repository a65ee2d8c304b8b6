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
      Map.of(
          "model", Set.of(),
          "core", Set.of("model"),
          "imports", Set.of("core"),
          "exports", Set.of("core"),
          "scene", Set.of("model"),
          "report", Set.of("core", "scene"),
          "cli", Set.of("imports", "exports", "report"),
          "diagram", Set.of("core", "scene"),
          "ui", Set.of("diagram", "imports", "exports", "report"),
          "gef.compat", Set.of());

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
      Map.of(
          "model", with(DISPLAY, own("core")),
          "core",
              with(
                  DISPLAY,
                  "org.osgi",
                  "org.eclipse.core.runtime",
                  "java.nio.file",
                  "java.io.File",
                  "java.io.RandomAccessFile"),
          "imports", with(DISPLAY, own("exports"), own("report"), own("scene")),
          "exports", with(DISPLAY, own("imports"), own("report"), own("scene")),
          "scene", with(DISPLAY, own("core")),
          "report", with(DISPLAY, own("imports"), own("exports")),
          "cli", with(DISPLAY, own("diagram"), own("ui")),
          "diagram", List.of(own("imports"), own("exports"), own("report"), own("cli"), own("ui")),
          "ui", List.of(own("cli")),
          "gef.compat", List.of("org.firebreak"));

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
  void onlyTheCompatibilityFragmentExtendsAnotherBundle() throws IOException {
    Map<String, String> hosts = new TreeMap<>();
    for (BundleManifest manifest : Project.manifests()) {
      if (!manifest.host().isEmpty()) {
        hosts.put(manifest.name(), manifest.host());
      }
    }
    assertThat(hosts).containsExactly(Map.entry(own("gef.compat"), "org.eclipse.gef"));
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
