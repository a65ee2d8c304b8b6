package org.firebreak.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares exported folders with the golden ones beside this class. {@code
 * -Dfirebreak.golden=update} writes what was exported in their place, for review as a diff. Program
 * text that is the same in every bundle is left out of them; the manifests have its hash.
 */
public final class Golden {
  private static final Path FOLDER =
      Samples.root().resolve("tests/org.firebreak.tests/src/org/firebreak/exports/golden");

  private static final Path POWERSHELL_PROGRAM =
      Samples.root()
          .resolve("bundles/org.firebreak.exports/src/org/firebreak/exports/windows/apply.ps1");

  private Golden() {}

  public static void assertGolden(Path exported, String name) throws IOException {
    Path golden = FOLDER.resolve(name);
    if ("update".equals(System.getProperty("firebreak.golden"))) {
      replace(golden, exported);
    }
    Map<String, String> expected = files(golden);
    Map<String, String> actual = files(exported);
    assertThat(actual.keySet())
        .as("files of %s; -Dfirebreak.golden=update accepts them", name)
        .isEqualTo(expected.keySet());
    actual.forEach(
        (path, text) ->
            assertThat(text)
                .as("%s/%s; -Dfirebreak.golden=update accepts it", name, path)
                .isEqualTo(expected.get(path)));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    String program = Files.readString(POWERSHELL_PROGRAM);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file :
            all.filter(Files::isRegularFile).filter(each -> !each.endsWith("apply.sh")).toList()) {
          files.put(
              folder.relativize(file).toString().replace('\\', '/'),
              Files.readString(file).replace(program, ""));
        }
      }
    }
    return files;
  }

  private static void replace(Path golden, Path exported) throws IOException {
    if (Files.isDirectory(golden)) {
      try (Stream<Path> all = Files.walk(golden)) {
        List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, String> file : files(exported).entrySet()) {
      Path target = golden.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }
}
