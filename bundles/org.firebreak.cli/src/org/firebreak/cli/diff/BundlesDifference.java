package org.firebreak.cli.diff;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.firebreak.cli.io.StyledLine;
import org.firebreak.exports.compare.BundleDifference;
import org.firebreak.exports.compare.DifferenceJson;
import org.firebreak.report.difference.DifferenceView;

/**
 * Two policy bundles, compared by platform, file and rule.
 *
 * @param before the older one as the user names it
 * @param after the newer one as the user names it
 */
public record BundlesDifference(String before, String after, BundleDifference difference)
    implements Difference {
  @Override
  public boolean isEmpty() {
    return difference.isEmpty();
  }

  @Override
  public String summary() {
    return difference.summary();
  }

  @Override
  public List<StyledLine> lines() {
    return BundleLines.of(difference);
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStringField("kind", "bundles");
    json.writeStringField("before", before);
    json.writeStringField("after", after);
    DifferenceJson.write(json, difference);
  }

  @Override
  public DifferenceView view() {
    return BundlePage.of(before, after, difference);
  }
}
