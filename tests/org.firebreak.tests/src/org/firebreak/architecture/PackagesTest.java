package org.firebreak.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PackagesTest {
  private static final long MOST_LINES = 600;

  @Test
  void packagesHaveNoCycles() throws IOException {
    List<SourceFile> sources = Project.sources();
    SortedMap<String, Set<String>> graph = graph(sources);
    List<String> cycles = new ArrayList<>();
    for (Set<String> cycle : StrongComponents.cycles(graph)) {
      cycles.add(describe(cycle, sources));
    }
    assertThat(cycles).isEmpty();
  }

  @Test
  void cyclesAreFoundWhereThereAreSome() {
    SortedMap<String, Set<String>> graph = new TreeMap<>();
    graph.put("a", Set.of("b", "e"));
    graph.put("b", Set.of("c"));
    graph.put("c", Set.of("a", "d"));
    graph.put("d", Set.of("e"));
    graph.put("e", Set.of());
    assertThat(StrongComponents.cycles(graph)).containsExactly(Set.of("a", "b", "c"));
  }

  @Test
  void eachPackageIsInOneBundleAndNamedAfterIt() throws IOException {
    List<String> strays = new ArrayList<>();
    for (SourceFile source : Project.sources()) {
      boolean fragment = source.bundle().equals("org.firebreak.gef.compat");
      if (!fragment && !(source.packageName() + ".").startsWith(source.bundle() + ".")) {
        strays.add(source.label());
      }
    }
    assertThat(strays).isEmpty();
  }

  @Test
  void noSourceFileIsTooLongToRead() throws IOException {
    List<SourceFile> sources = new ArrayList<>(Project.sources());
    sources.addAll(Project.testSources());
    List<String> tooLong = new ArrayList<>();
    for (SourceFile source : sources) {
      if (source.lines() > MOST_LINES) {
        tooLong.add(source.label() + " has " + source.lines() + " lines");
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static SortedMap<String, Set<String>> graph(List<SourceFile> sources) {
    SortedMap<String, Set<String>> graph = new TreeMap<>();
    for (SourceFile source : sources) {
      graph.computeIfAbsent(source.packageName(), name -> new TreeSet<>());
    }
    for (SourceFile source : sources) {
      Set<String> known = new TreeSet<>(source.mentionedPackages());
      known.retainAll(graph.keySet());
      known.remove(source.packageName());
      graph.get(source.packageName()).addAll(known);
    }
    return graph;
  }

  // Each edge once, with a file that makes it.
  private static String describe(Set<String> cycle, List<SourceFile> sources) {
    Map<String, String> edges = new TreeMap<>();
    for (SourceFile source : sources) {
      for (String other : source.mentionedPackages()) {
        if (cycle.contains(source.packageName())
            && cycle.contains(other)
            && !other.equals(source.packageName())) {
          edges.putIfAbsent(
              source.packageName() + " -> " + other, source.path().getFileName().toString());
        }
      }
    }
    return edges.toString();
  }
}
