package org.firebreak.ui.window;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/**
 * A library that the program uses.
 *
 * @param name for people
 * @param version without the stamp of its build
 * @param licence short name or address of its licence; empty if the library does not say
 */
record Library(String name, String version, String licence) {
  private static final List<String[]> SHORT =
      List.of(
          new String[] {"epl-2.0", "EPL 2.0"},
          new String[] {"epl-v20", "EPL 2.0"},
          new String[] {"epl-v10", "EPL 1.0"},
          new String[] {"apache", "Apache 2.0"},
          new String[] {"bsd", "BSD 2-Clause"},
          new String[] {"mit", "MIT"});

  /** What is installed beside our own bundles, by name; fragments belong to their hosts. */
  static List<Library> all(Bundle own) {
    return Arrays.stream(own.getBundleContext().getBundles())
        .filter(bundle -> !bundle.getSymbolicName().startsWith("org.firebreak."))
        .filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null)
        .map(Library::of)
        .sorted(Comparator.comparing(Library::name, String.CASE_INSENSITIVE_ORDER))
        .distinct()
        .toList();
  }

  private static Library of(Bundle bundle) {
    String name = bundle.getHeaders(Platform.getNL()).get("Bundle-Name");
    var version = bundle.getVersion();
    return new Library(
        name == null || name.isBlank() ? bundle.getSymbolicName() : name,
        version.getMajor() + "." + version.getMinor() + "." + version.getMicro(),
        licence(bundle));
  }

  private static String licence(Bundle bundle) {
    String licence = bundle.getHeaders().get("Bundle-License");
    if (licence == null) {
      // Bundles of the Eclipse projects say it in a page of theirs.
      return bundle.getSymbolicName().startsWith("org.eclipse.") ? "EPL 2.0" : "";
    }
    String plain = licence.toLowerCase(Locale.ROOT);
    return SHORT.stream()
        .filter(each -> plain.contains(each[0]))
        .map(each -> each[1])
        .findFirst()
        .orElse(licence);
  }
}
