package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firebreak.core.sizing.estimate.EstimateTemplate;
import org.firebreak.core.sizing.estimate.EstimateTemplates;
import org.junit.jupiter.api.Test;

/** The user's guide names what there is, and every default has bounds and a source. */
class SizingGuideTest {

  private static String guide() throws IOException {
    return Files.readString(
        Path.of(System.getProperty("firebreak.root"), "docs", "user", "sizing.md"));
  }

  @Test
  void everyParameterIsExplained() throws IOException {
    for (SizingParameter parameter : SizingParameter.values()) {
      assertThat(guide()).contains("`" + parameter.key() + "`");
      assertThat(parameter.description()).as(parameter.key()).hasSizeGreaterThan(30);
      assertThat(parameter.standard())
          .as(parameter.key())
          .isBetween(parameter.least(), parameter.most());
    }
  }

  @Test
  void everyTemplateIsListed() throws IOException {
    for (EstimateTemplate template : EstimateTemplates.all()) {
      assertThat(guide()).contains("| `" + template.key() + "` | " + template.unit());
    }
  }
}
