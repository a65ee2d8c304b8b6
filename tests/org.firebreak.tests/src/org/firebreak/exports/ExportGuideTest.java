package org.firebreak.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.bundle.ToolVersion;
import org.junit.jupiter.api.Test;

/** The guide and the version are what the code says. */
class ExportGuideTest {
  @Test
  void guideDescribesEveryPlatformAndOption() throws Exception {
    String overview = Files.readString(Samples.root().resolve("docs/user/export.md"));
    for (Exporter exporter : Exporters.all()) {
      Path page = Samples.root().resolve("docs/user/platforms/" + exporter.id() + ".md");
      String guide = Files.exists(page) ? Files.readString(page) : overview;
      assertThat(guide).contains("# " + exporter.title());
      for (ExportOption option : exporter.options()) {
        assertThat(guide).as(exporter.id()).contains("`" + option.key() + "`");
        assertThat(option.checked(option.defaultValue())).isEqualTo(option.defaultValue());
      }
    }
  }

  @Test
  void everyPageSaysHowToApplyAndRollBackWhatIsNotSaidAndWhatWasVerified() throws Exception {
    for (Exporter exporter : Exporters.all()) {
      Path page = Samples.root().resolve("docs/user/platforms/" + exporter.id() + ".md");
      assertThat(Files.readString(page))
          .as(exporter.id())
          .containsPattern("(?m)^## Apply")
          .containsPattern("(?i)roll[ -]back")
          .containsPattern("(?m)^## (Limits|What (it )?cannot)")
          .containsPattern("(?m)^## What was verified, and how$")
          .containsPattern(
              "(?im)(not verified|not checked|\\bno |\\bnothing was|not tried|were not run)");
    }
  }

  @Test
  void bundlesRecordTheVersionOfTheProduct() throws Exception {
    Path manifest = Samples.root().resolve("bundles/org.firebreak.exports/META-INF/MANIFEST.MF");
    List<String> lines = Files.readAllLines(manifest);
    assertThat(lines).contains("Bundle-Version: " + ToolVersion.CURRENT + ".qualifier");
  }
}
