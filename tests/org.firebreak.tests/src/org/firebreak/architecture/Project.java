package org.firebreak.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The source tree under test. */
final class Project {
  private static final Path ROOT = Path.of(System.getProperty("firebreak.root"));

  private Project() {}

  /** The manifests of all bundles of the program, by name. */
  static List<BundleManifest> manifests() throws IOException {
    List<BundleManifest> manifests = new ArrayList<>();
    for (Path bundle : children(ROOT.resolve("bundles"))) {
      manifests.add(BundleManifest.read(bundle.resolve("META-INF/MANIFEST.MF")));
    }
    return manifests;
  }

  /** The hand-written sources of all bundles of the program. */
  static List<SourceFile> sources() throws IOException {
    return sources(ROOT.resolve("bundles"));
  }

  /** The hand-written sources of all test bundles. */
  static List<SourceFile> testSources() throws IOException {
    return sources(ROOT.resolve("tests"));
  }

  private static List<SourceFile> sources(Path folder) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    for (Path bundle : children(folder)) {
      for (Path file : javaFiles(bundle.resolve("src"))) {
        sources.add(SourceFile.read(bundle.getFileName().toString(), file));
      }
    }
    return sources;
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }
}
