package org.firebreak.report.overlay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.firebreak.core.reach.AttackPaths;
import org.firebreak.core.reach.AttackPaths.Step;
import org.firebreak.core.reach.Way;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.scene.BoxTint;
import org.firebreak.scene.Legend;
import org.firebreak.scene.LineTint;
import org.firebreak.scene.LineTint.Pattern;
import org.firebreak.scene.Overlay;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Token;

/**
 * The hops of an intruder: servers and flows by the number of the hop on a shortest path. What is
 * not reached stands back.
 */
public final class AttackPathOverlay implements Overlay {
  private static final int DEEPEST = 4;
  private static final double WIDEST = 7;
  private static final double NARROWEST = 3;
  private static final double BACK = 1.2;

  private final AttackPaths paths;
  private final Map<String, Step> servers = new HashMap<>();
  private final Map<String, Integer> flows = new HashMap<>();

  private AttackPathOverlay(AttackPaths paths) {
    this.paths = paths;
    for (List<Step> layer : paths.layers()) {
      for (Step step : layer) {
        servers.put(step.server().ref().id(), step);
        if (step.way() instanceof Way.ByFlow byFlow) {
          flows.merge(byFlow.flow().id(), step.hops(), Math::min);
        }
      }
    }
  }

  /** The overlay of computed paths. */
  public static AttackPathOverlay of(AttackPaths paths) {
    return new AttackPathOverlay(paths);
  }

  @Override
  public Legend legend() {
    List<Legend.Entry> lines = new ArrayList<>();
    List<List<Step>> layers = paths.layers();
    for (int hop = 1; hop <= Math.min(DEEPEST, layers.size()); hop++) {
      int reached =
          hop == DEEPEST
              ? layers.subList(hop - 1, layers.size()).stream().mapToInt(List::size).sum()
              : layers.get(hop - 1).size();
      lines.add(
          new Legend.Entry(
              BoxTint.sample(ground(hop)),
              (hop == DEEPEST ? "hop 4 and more: " : "hop " + hop + ": ") + counted(reached)));
    }
    lines.add(
        new Legend.Entry(LineTint.sample(Token.RETIRED, BACK, Pattern.PLAIN), "not on the way"));
    return new Legend(
        "Attack paths from " + paths.start().ref().name(),
        List.of(),
        List.of(
            new Legend.Column(counted(paths.reached()) + " within reach, by fewest hops", lines)));
  }

  @Override
  public LineTint line(List<Flow> shown) {
    Optional<Integer> hop =
        shown.stream()
            .map(flow -> flows.get(flow.getId()))
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder());
    return hop.map(AttackPathOverlay::used)
        .orElseGet(() -> new LineTint(Paint.of(Token.RETIRED), BACK, Pattern.PLAIN, "", List.of()));
  }

  private static LineTint used(int hop) {
    return new LineTint(
        Paint.of(stroke(hop)),
        Math.max(NARROWEST, WIDEST - hop),
        hop == 1 ? Pattern.EDGED : hop == 2 ? Pattern.MARKED : Pattern.PLAIN,
        "hop " + hop,
        List.of("Hop " + hop + " of an intruder"));
  }

  @Override
  public BoxTint box(NamedElement element) {
    return switch (element) {
      case Server server -> server(server.getId());
      case ServerGroup group -> group(group);
      default -> null;
    };
  }

  private BoxTint server(String id) {
    if (id.equals(paths.start().ref().id())) {
      return new BoxTint(
          Paint.of(Token.SELECTION), "start", List.of("The compromised server, where it begins"));
    }
    Step step = servers.get(id);
    return step == null
        ? null
        : new BoxTint(
            Paint.of(ground(step.hops())),
            "hop " + step.hops(),
            List.of(
                "Hop " + step.hops() + ", from " + step.from().ref().name(),
                "by " + step.way().text()));
  }

  /** A card that shows no rows has the mark of its first server to be reached. */
  private BoxTint group(ServerGroup group) {
    List<BoxTint> tints =
        group.getServers().stream()
            .map(Server::getId)
            .filter(id -> servers.containsKey(id))
            .sorted(Comparator.comparingInt(id -> servers.get(id).hops()))
            .limit(1)
            .map(this::server)
            .toList();
    return tints.isEmpty() ? null : new BoxTint(null, tints.get(0).figure(), tints.get(0).hint());
  }

  private static Token stroke(int hop) {
    return switch (hop) {
      case 1 -> Token.LOAD_OVER;
      case 2 -> Token.LOAD_HIGH;
      default -> Token.WARNING;
    };
  }

  private static Token ground(int hop) {
    return switch (hop) {
      case 1 -> Token.HEAT_FULL;
      case 2 -> Token.HEAT_STRONG;
      case 3 -> Token.HEAT_FAIR;
      default -> Token.HEAT_SLIGHT;
    };
  }

  private static String counted(int servers) {
    return servers + (servers == 1 ? " server" : " servers");
  }
}
