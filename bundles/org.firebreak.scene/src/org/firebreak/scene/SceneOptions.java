package org.firebreak.scene;

import java.util.function.Function;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;

/**
 * What a scene needs and cannot know: fonts, the computed segmentation, and the findings.
 *
 * @param metrics measures text
 * @param badges segmentation of a group or server, as the core computes it
 * @param alarms worst finding on an endpoint, enforcement point or flow
 */
public record SceneOptions(
    TextMetrics metrics, Function<Endpoint, Badge> badges, Function<Element, Alarm> alarms) {

  /** Approximate text widths, no badges, no findings. */
  public static SceneOptions plain() {
    return new SceneOptions(
        TextMetrics.approximate(), endpoint -> Badge.NONE, element -> Alarm.NONE);
  }

  public SceneOptions withMetrics(TextMetrics replacement) {
    return new SceneOptions(replacement, badges, alarms);
  }

  public SceneOptions withBadges(Function<Endpoint, Badge> replacement) {
    return new SceneOptions(metrics, replacement, alarms);
  }

  public SceneOptions withAlarms(Function<Element, Alarm> replacement) {
    return new SceneOptions(metrics, badges, replacement);
  }
}
