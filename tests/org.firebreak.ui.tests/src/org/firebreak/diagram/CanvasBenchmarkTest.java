package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.display;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.commands.ModelEditCommandStack;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.Alarm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A canvas with 3,000 boxes and some thousand flows; runs with {@code -Dfirebreak.benchmark=true}.
 * Medians of what the UI thread takes; generous bounds, so that only a blunder fails.
 */
@EnabledIfSystemProperty(named = "firebreak.benchmark", matches = "true")
class CanvasBenchmarkTest {
  private static final int ZONES = 12;
  private static final int GROUPS = 20;
  private static final int MEMBERS = 12;
  private static final int FLOWS = 5000;
  private static final int ROUNDS = 9;
  private static final int COLUMNS = 5;

  private Shell shell;
  private DiagramCanvas canvas;
  private boolean painted;

  @Test
  void threeThousandBoxesFollowTheHand() {
    Design design = design();
    ModelEdit edit = ui(() -> new ModelEdit(design));
    run(() -> shell = new Shell(display()));
    try {
      long built = time(() -> open(design, edit));
      until("lines are routed", () -> canvas.live().isSettled());
      run(() -> canvas.zoom().fit());
      DiagramNode node = design.getDiagrams().get(0).getNodes().get(1);
      long moved = median(() -> edit.run("Move", () -> node.setX(node.getX() + 2)));
      long whole = median(this::paint);
      run(() -> canvas.zoom().actual());
      long part = median(this::paint);
      System.out.printf(
          "canvas of %d boxes, %d lines: built %d ms, edit %d ms, painted whole %d ms, at 100 %% %d"
              + " ms%n",
          canvas.live().scene().boxes().size(),
          canvas.live().lines().size(),
          built,
          moved,
          whole,
          part);
      assertThat(built).isLessThan(3000);
      assertThat(moved).isLessThan(200);
      assertThat(whole).isLessThan(300);
      assertThat(part).isLessThan(300);
    } finally {
      run(shell::dispose);
    }
  }

  private void open(Design design, ModelEdit edit) {
    shell.setLayout(new FillLayout());
    shell.setBounds(0, 0, 1400, 860);
    canvas =
        new DiagramCanvas(
            shell,
            edit,
            design.getDiagrams().get(0),
            new ModelEditCommandStack(edit),
            element -> Alarm.NONE);
    canvas.control().addListener(SWT.Paint, event -> painted = true);
    shell.open();
    canvas.viewer().flush();
  }

  private void paint() {
    painted = false;
    canvas.control().redraw();
    while (!painted) {
      display().readAndDispatch();
    }
  }

  private static long median(Runnable action) {
    long[] times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      times[i] = time(action);
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }

  /** Milliseconds on the UI thread. */
  private static long time(Runnable action) {
    return ui(
        () -> {
          long start = System.nanoTime();
          action.run();
          return (System.nanoTime() - start) / 1_000_000;
        });
  }

  private static Design design() {
    Design design = NewElements.design("Benchmark");
    Diagram diagram = NewElements.diagram("All");
    List<ServerGroup> groups = new ArrayList<>();
    for (int z = 0; z < ZONES; z++) {
      Zone zone = NewElements.zone("zone" + z);
      design.getZones().add(zone);
      diagram.getNodes().add(at(NewElements.node(zone), z % 3 * 1100, z / 3 * 1900));
      for (int g = 0; g < GROUPS; g++) {
        ServerGroup group = NewElements.group("g%d-%d".formatted(z, g));
        for (int m = 0; m < MEMBERS; m++) {
          Server server = NewElements.server("s%d-%d-%d".formatted(z, g, m));
          server.setAddresses(List.of("10.%d.%d.%d".formatted(z, g, m)));
          group.getServers().add(server);
        }
        zone.getGroups().add(group);
        groups.add(group);
        diagram
            .getNodes()
            .add(at(NewElements.node(group), 20 + g % COLUMNS * 210, 40 + g / COLUMNS * 400));
      }
    }
    Random random = new Random(7);
    for (int f = 0; f < FLOWS; f++) {
      int from = random.nextInt(groups.size());
      int to = Math.min(groups.size() - 1, from + random.nextInt(6));
      design.getFlows().add(NewElements.flow(groups.get(from), groups.get(to)));
    }
    design.getDiagrams().add(diagram);
    return design;
  }

  private static DiagramNode at(DiagramNode node, int x, int y) {
    node.setX(x);
    node.setY(y);
    return node;
  }
}
