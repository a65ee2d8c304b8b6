package org.firebreak.report.overlay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.reach.BlastRadius;
import org.firebreak.core.reach.ServerRadius;
import org.firebreak.core.sizing.Unit;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.BoxTint;
import org.firebreak.scene.Legend;
import org.firebreak.scene.LineTint;
import org.firebreak.scene.LineTint.Pattern;
import org.firebreak.scene.Overlay;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Token;

/**
 * Heat map of how far an intruder gets from each server, over any number of hops. A group or a zone
 * has the heat of its worst server.
 */
public final class BlastRadiusOverlay implements Overlay {
  /** Flows leave the colours to the servers. */
  private static final LineTint CALM = LineTint.sample(Token.FLOW, 1.6, Pattern.PLAIN);

  private final BlastRadius radius;
  private final int servers;

  /** How much of the design is reached, and the ground that shows it. */
  private enum Heat {
    NONE(0, Token.HEAT_NONE, "none"),
    SLIGHT(0.05, Token.HEAT_SLIGHT, "≤ 5 %"),
    FAIR(0.2, Token.HEAT_FAIR, "≤ 20 %"),
    STRONG(0.5, Token.HEAT_STRONG, "≤ 50 %"),
    FULL(1, Token.HEAT_FULL, "> 50 %");

    private final double most;
    private final Token token;
    private final String text;

    Heat(double most, Token token, String text) {
      this.most = most;
      this.token = token;
      this.text = text;
    }

    static Heat of(double share) {
      for (Heat heat : values()) {
        if (share <= heat.most) {
          return heat;
        }
      }
      return FULL;
    }
  }

  private BlastRadiusOverlay(BlastRadius radius) {
    this.radius = radius;
    servers = radius.servers().size();
  }

  /** The overlay of a computed blast radius. */
  public static BlastRadiusOverlay of(BlastRadius radius) {
    return new BlastRadiusOverlay(radius);
  }

  @Override
  public Legend legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (Heat heat : Heat.values()) {
      entries.add(new Legend.Entry(BoxTint.sample(heat.token), heat.text));
    }
    return new Legend(
        "Blast radius",
        List.of(),
        List.of(
            new Legend.Column(
                "Reaches, of " + Math.max(0, servers - 1) + " other servers", entries)));
  }

  @Override
  public LineTint line(List<Flow> flows) {
    return CALM;
  }

  @Override
  public BoxTint box(NamedElement element) {
    return switch (element) {
      case Server server -> radius.of(server.getId()).map(this::one).orElse(null);
      case ServerGroup group -> worst(group.getServers()).map(this::many).orElse(null);
      case Zone zone -> worst(serversIn(zone)).map(this::many).orElse(null);
      default -> null;
    };
  }

  private static List<Server> serversIn(Zone zone) {
    List<Server> inside = new ArrayList<>();
    EcoreUtil.getAllContents(zone, true)
        .forEachRemaining(
            each -> {
              if (each instanceof Server server) {
                inside.add(server);
              }
            });
    return inside;
  }

  private Optional<ServerRadius> worst(List<Server> members) {
    return members.stream()
        .map(server -> radius.of(server.getId()))
        .flatMap(Optional::stream)
        .max(
            Comparator.comparingInt(ServerRadius::multiHop).thenComparingInt(ServerRadius::direct));
  }

  private BoxTint one(ServerRadius each) {
    return tint(each, List.of(words(each)));
  }

  private BoxTint many(ServerRadius worst) {
    return tint(worst, List.of("Worst, from " + worst.server().ref().name() + ":", words(worst)));
  }

  private BoxTint tint(ServerRadius each, List<String> hint) {
    return new BoxTint(
        Paint.of(Heat.of(share(each.multiHop())).token), "→ " + each.multiHop(), hint);
  }

  private String words(ServerRadius each) {
    return each.multiHop() == 0
        ? "Reaches no other server"
        : "Reaches "
            + each.multiHop()
            + (each.multiHop() == 1 ? " server, " : " servers, ")
            + Unit.SHARE.format(share(each.multiHop()))
            + " of the design; "
            + each.direct()
            + " directly";
  }

  private double share(int reached) {
    return servers < 2 ? 0 : (double) reached / (servers - 1);
  }
}
