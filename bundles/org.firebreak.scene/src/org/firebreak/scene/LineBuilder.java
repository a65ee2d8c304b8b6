package org.firebreak.scene;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.Encryption;
import org.firebreak.model.Flow;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/** Turns a bundle of flows into a line that has everything but its route. */
final class LineBuilder {
  private static final List<Point> NO_ROUTE = List.of(new Point(0, 0), new Point(0, 0));

  private final SceneOptions options;

  LineBuilder(SceneOptions options) {
    this.options = options;
  }

  Line build(Bundle bundle) {
    Alarm alarm = Alarm.NONE;
    List<String> ids = new ArrayList<>();
    List<String> hint = new ArrayList<>();
    for (Flow flow : bundle.flows) {
      ids.add(BoxBuilder.id(flow));
      alarm = alarm.worse(options.alarms().apply(flow));
      hint.add(ServiceTexts.hint(flow));
    }
    LineTint tint = options.overlay() == null ? null : options.overlay().line(bundle.flows);
    if (tint != null) {
      hint.addAll(0, tint.hint());
    }
    return new Line(
        bundle.id(),
        ids,
        bundle.source.id(),
        bundle.destination.id(),
        bundle.aggregated,
        bundle.state(),
        bundle.encryption(),
        alarm,
        NO_ROUTE,
        false,
        label(bundle, alarm, tint),
        hint,
        tint);
  }

  private LineLabel label(Bundle bundle, Alarm alarm, LineTint tint) {
    String text =
        tint == null || tint.figure().isEmpty()
            ? ServiceTexts.label(bundle.flows, options.labelContents())
            : tint.figure();
    int width = 16 + options.metrics().width(text, TextStyle.LABEL);
    int empty = 16;
    if (bundle.flows.size() > 1) {
      width += 5 + options.metrics().width("×" + bundle.flows.size(), TextStyle.LABEL);
    }
    if (bundle.encryption() != Encryption.UNKNOWN) {
      width += Measures.GLYPH + 2;
    }
    if (alarm != Alarm.NONE) {
      width += Measures.GLYPH + 2;
    }
    if (width == empty) {
      return new LineLabel("", 1, new Rect(0, 0, 0, 0));
    }
    return new LineLabel(text, bundle.flows.size(), new Rect(0, 0, width, Measures.LABEL_HEIGHT));
  }
}
