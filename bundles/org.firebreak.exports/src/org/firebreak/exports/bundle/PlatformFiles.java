package org.firebreak.exports.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.rulebase.RuleFiles;

/**
 * The files of one platform that were just written, by their paths below its folder.
 *
 * @param folder the platform's folder
 */
record PlatformFiles(Path folder, List<String> paths) implements RuleFiles {
  static PlatformFiles of(Path root, ExportReport.Platform platform) {
    String id = platform.exporter().id();
    return new PlatformFiles(
        root.resolve(id),
        platform.files().stream().map(file -> file.path().substring(id.length() + 1)).toList());
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(folder.resolve(path));
  }
}
