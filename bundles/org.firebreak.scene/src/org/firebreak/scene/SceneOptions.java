package org.firebreak.scene;

import java.util.function.Function;
import java.util.function.Predicate;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;

/**
 * What a scene needs and cannot know: fonts, the computed segmentation, the findings, and how much
 * of the flows is wanted.
 *
 * @param metrics measures text
 * @param badges segmentation of a group or server, as the core computes it
 * @param alarms worst finding on an endpoint, enforcement point or flow
 * @param labelContents what the labels of flows say
 * @param unfolded whether the flows of a bundle, by its line's id, get a line each
 * @param overlay what recolours and re-weights boxes and lines; null for none
 */
public record SceneOptions(
    TextMetrics metrics,
    Function<Endpoint, Badge> badges,
    Function<Element, Alarm> alarms,
    LabelContents labelContents,
    Predicate<String> unfolded,
    Overlay overlay) {

  /** Approximate text widths, no badges, no findings, services on labels, all bundles folded. */
  public static SceneOptions plain() {
    return new SceneOptions(
        TextMetrics.approximate(),
        endpoint -> Badge.NONE,
        element -> Alarm.NONE,
        LabelContents.SERVICE,
        line -> false,
        null);
  }

  public SceneOptions withMetrics(TextMetrics replacement) {
    return new SceneOptions(replacement, badges, alarms, labelContents, unfolded, overlay);
  }

  public SceneOptions withBadges(Function<Endpoint, Badge> replacement) {
    return new SceneOptions(metrics, replacement, alarms, labelContents, unfolded, overlay);
  }

  public SceneOptions withAlarms(Function<Element, Alarm> replacement) {
    return new SceneOptions(metrics, badges, replacement, labelContents, unfolded, overlay);
  }

  public SceneOptions withLabelContents(LabelContents replacement) {
    return new SceneOptions(metrics, badges, alarms, replacement, unfolded, overlay);
  }

  /**
   * The same with some bundles unfolded.
   *
   * @param replacement is asked for the {@link Line#bundleId()} of lines with several flows
   */
  public SceneOptions withUnfolded(Predicate<String> replacement) {
    return new SceneOptions(metrics, badges, alarms, labelContents, replacement, overlay);
  }

  /**
   * The same under an overlay.
   *
   * @param replacement null for none
   */
  public SceneOptions withOverlay(Overlay replacement) {
    return new SceneOptions(metrics, badges, alarms, labelContents, unfolded, replacement);
  }
}
