package org.firebreak.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.model.Encryption;
import org.firebreak.model.Flow;
import org.firebreak.model.Routing;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;
import org.firebreak.scene.route.LabelPlacer;
import org.firebreak.scene.route.LineEnd;
import org.firebreak.scene.route.OrthogonalRouter;
import org.firebreak.scene.route.RouteRequest;

/** Turns bundles of flows into lines with routes and labels. */
final class LineBuilder {
  private final SceneOptions options;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final List<Rect> cards = new ArrayList<>();
  private final List<Rect> taboo = new ArrayList<>();

  LineBuilder(SceneOptions options, List<Box> boxes) {
    this.options = options;
    for (Box box : boxes) {
      this.boxes.put(box.id(), box);
      if (box.isContainer()) {
        taboo.add(titleBand(box));
      } else if (box.kind() != BoxKind.MEMBER) {
        cards.add(box.bounds());
        taboo.add(box.bounds());
      }
    }
  }

  List<Line> build(List<Bundle> bundles, Routing routing) {
    List<RouteRequest> requests = bundles.stream().map(this::request).toList();
    Planned planned = plan(bundles, requests, routing);
    List<Size> sizes = bundles.stream().map(this::labelSize).toList();
    List<Rect> labels = new LabelPlacer(taboo).place(planned.routes(), sizes);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < bundles.size(); i++) {
      lines.add(
          line(bundles.get(i), planned.routes().get(i), planned.stored().get(i), labels.get(i)));
    }
    return lines;
  }

  private record Planned(List<List<Point>> routes, List<Boolean> stored) {}

  private Planned plan(List<Bundle> bundles, List<RouteRequest> requests, Routing routing) {
    List<Boolean> stored = new ArrayList<>();
    bundles.forEach(bundle -> stored.add(false));
    return new Planned(new OrthogonalRouter(cards).route(requests), stored);
  }

  private RouteRequest request(Bundle bundle) {
    return new RouteRequest(end(bundle.source), end(bundle.destination));
  }

  private LineEnd end(Box box) {
    return box.kind() == BoxKind.MEMBER
        ? LineEnd.row(box.bounds(), boxes.get(box.parentId()).bounds())
        : LineEnd.of(box.bounds());
  }

  /** The part of an open zone's header that its title covers. */
  private Rect titleBand(Box zone) {
    int width = options.metrics().width(zone.text().title(), TextStyle.TITLE);
    return new Rect(
        zone.bounds().x() + Measures.ZONE_PADDING,
        zone.bounds().y() + 8,
        Math.min(width, zone.bounds().width()),
        Measures.ZONE_HEADER - 16);
  }

  private Size labelSize(Bundle bundle) {
    String text = ServiceTexts.label(bundle.flows);
    int width = 16 + options.metrics().width(text, TextStyle.LABEL);
    if (bundle.flows.size() > 1) {
      width += 5 + options.metrics().width("×" + bundle.flows.size(), TextStyle.LABEL);
    }
    if (bundle.encryption() != Encryption.UNKNOWN) {
      width += Measures.GLYPH + 2;
    }
    return new Size(width, Measures.LABEL_HEIGHT);
  }

  private Line line(Bundle bundle, List<Point> route, boolean stored, Rect label) {
    Alarm alarm = Alarm.NONE;
    List<String> ids = new ArrayList<>();
    List<String> hint = new ArrayList<>();
    for (Flow flow : bundle.flows) {
      ids.add(BoxBuilder.id(flow));
      alarm = alarm.worse(options.alarms().apply(flow));
      hint.add(ServiceTexts.hint(flow));
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
        route,
        stored,
        new LineLabel(ServiceTexts.label(bundle.flows), bundle.flows.size(), label),
        hint);
  }
}
