package org.firebreak.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;

/** Exports of one platform at its limits. */
public final class LimitedExport {
  private final Path folder;
  private final String platform;

  public LimitedExport(Path folder, String platform) {
    this.folder = folder;
    this.platform = platform;
  }

  /**
   * Exports, which verifies too.
   *
   * @param settings options without the platform, each followed by its value
   */
  public ExportReport write(Design design, String... settings) throws IOException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      options.put(platform + "." + settings[i], settings[i + 1]);
    }
    return BundleWriter.write(
        folder.resolve("b"),
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1))),
        Exporters.byIds(platform),
        options,
        Progress.NONE);
  }

  /** The message with which an export is refused; it leaves nothing behind. */
  public void refused(Design design, String message, String... settings) throws IOException {
    Path target = folder.resolve("b");
    boolean before = Files.exists(target);
    String manifest = before ? Files.readString(target.resolve("manifest.json")) : "";
    assertThatThrownBy(() -> write(design, settings))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining(message);
    assertThat(Files.exists(target)).isEqualTo(before);
    if (before) {
      assertThat(target.resolve("manifest.json")).hasContent(manifest);
    }
  }

  /** How much of a limit an export takes. */
  public static ObjectUse use(ExportReport report, String objects) {
    return report.platforms().get(0).uses().stream()
        .filter(use -> use.objects().equals(objects))
        .findFirst()
        .orElseThrow(() -> new AssertionError(objects + " in " + report.platforms().get(0).uses()));
  }

  /** Lines of the exported files with an end. */
  public List<String> lines(String end) {
    return new FolderFiles(folder.resolve("b/" + platform))
        .paths().stream()
            .filter(path -> path.endsWith(end))
            .flatMap(
                path -> {
                  try {
                    return Files.readAllLines(folder.resolve("b/" + platform).resolve(path))
                        .stream();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .toList();
  }
}
