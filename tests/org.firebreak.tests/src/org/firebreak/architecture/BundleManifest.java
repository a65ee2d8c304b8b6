package org.firebreak.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * What a bundle's manifest says about others.
 *
 * @param name symbolic name
 * @param host symbolic name of the host of a fragment, else empty
 * @param required symbolic names of required bundles, re-exported ones too
 * @param importedPackages names of imported packages
 */
record BundleManifest(
    String name, String host, Set<String> required, Set<String> importedPackages) {

  static BundleManifest read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Attributes attributes = new Manifest(in).getMainAttributes();
      return new BundleManifest(
          String.join("", names(attributes, "Bundle-SymbolicName")),
          String.join("", names(attributes, "Fragment-Host")),
          names(attributes, "Require-Bundle"),
          names(attributes, "Import-Package"));
    }
  }

  /** The required bundles of the program itself. */
  Set<String> ownRequired() {
    return required.stream()
        .filter(name -> name.startsWith("org.firebreak."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All names of bundles and packages that the manifest asks for and that match. */
  Set<String> asksFor(Predicate<String> unwanted) {
    Set<String> found = new TreeSet<>(required);
    found.addAll(importedPackages);
    found.removeIf(unwanted.negate());
    return found;
  }

  // Quoted parts hold commas of their own: version ranges and lists of packages.
  private static Set<String> names(Attributes attributes, String header) {
    String value = attributes.getValue(header);
    if (value == null) {
      return Set.of();
    }
    return Arrays.stream(value.replaceAll("\"[^\"]*\"", "").split(","))
        .map(clause -> clause.split(";")[0].strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
