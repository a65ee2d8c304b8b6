package org.firebreak.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.core.edit.Undoable.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random edits of one design, each of several changes, undone and redone at random. */
class ModelEditPropertyTest {
  private static final int STEPS = 150;

  private final Design design = NewElements.design("random");
  private final Diagram diagram = NewElements.diagram("overview");
  private Random random;
  private int names;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
  void everyStateIsReachedAgain(long seed) {
    random = new Random(seed);
    design.getDiagrams().add(diagram);
    ModelEdit edit = new ModelEdit(design);
    List<String> states = new ArrayList<>(List.of(text(design)));
    int now = 0;
    for (int i = 0; i < STEPS; i++) {
      int choice = random.nextInt(6);
      if (choice == 0 && edit.canUndo()) {
        edit.undo();
        now--;
      } else if (choice == 1 && edit.canRedo()) {
        edit.redo();
        now++;
      } else {
        boolean[] told = {false};
        ModelEdit.Listener listener = change -> told[0] = true;
        edit.addListener(listener);
        edit.run("edit", this::change);
        edit.removeListener(listener);
        if (told[0]) {
          states.subList(now + 1, states.size()).clear();
          states.add(text(design));
          now++;
        }
      }
      assertThat(text(design)).as("seed %d, step %d", seed, i).isEqualTo(states.get(now));
    }
    for (; edit.canUndo(); now--) {
      assertThat(text(design)).isEqualTo(states.get(now));
      edit.undo();
    }
    assertThat(text(design)).isEqualTo(states.get(0));
    for (; edit.canRedo(); now++) {
      assertThat(text(design)).isEqualTo(states.get(now));
      edit.redo();
    }
    assertThat(text(design)).isEqualTo(states.get(states.size() - 1));
  }

  private void change() {
    for (int i = random.nextInt(4); i >= 0; i--) {
      changeOnce();
    }
  }

  private void changeOnce() {
    switch (random.nextInt(9)) {
      case 0 -> design.getZones().add(NewElements.zone(name()));
      case 1 -> addTo(Zone.class, zone -> zone.getGroups().add(NewElements.group(name())));
      case 2 -> addTo(ServerGroup.class, group -> group.getServers().add(server()));
      case 3 -> connect();
      case 4 -> show();
      case 5 -> delete();
      case 6 -> move();
      case 7 -> addTo(Server.class, server -> server.setAddresses(List.of("10.0.0." + names++)));
      default -> shuffle();
    }
  }

  private Server server() {
    Server server = NewElements.server(name());
    server.getLabels().add(NewElements.label("tier", "t" + random.nextInt(3)));
    return server;
  }

  private void connect() {
    Endpoint from = any(Endpoint.class);
    Endpoint to = any(Endpoint.class);
    if (from != null) {
      design.getFlows().add(NewElements.flow(from, to));
    }
  }

  private void show() {
    Endpoint endpoint = any(Endpoint.class);
    if (endpoint != null) {
      DiagramNode node = NewElements.node(endpoint);
      diagram.getNodes().add(random.nextInt(diagram.getNodes().size() + 1), node);
    }
  }

  private void delete() {
    Endpoint endpoint = any(Endpoint.class);
    if (endpoint == null) {
      return;
    }
    List<Flow> flows = List.copyOf(design.getFlows());
    for (Flow flow : flows) {
      boolean touches =
          EcoreUtil.isAncestor(endpoint, flow.getSource())
              || EcoreUtil.isAncestor(endpoint, flow.getDestination());
      if (touches) {
        flow.setSource(null);
        EcoreUtil.delete(flow, true);
      }
    }
    diagram.getNodes().removeIf(node -> EcoreUtil.isAncestor(endpoint, node.getElement()));
    EcoreUtil.delete(endpoint, true);
  }

  private void move() {
    Server server = any(Server.class);
    ServerGroup group = any(ServerGroup.class);
    if (server != null && group != null && server.eContainer() != group) {
      group.getServers().add(random.nextInt(group.getServers().size() + 1), server);
    }
  }

  private void shuffle() {
    if (diagram.getNodes().size() > 1) {
      int last = diagram.getNodes().size() - 1;
      diagram.getNodes().move(random.nextInt(last), last);
    }
  }

  private String name() {
    return "n" + names++;
  }

  private <T> void addTo(Class<T> kind, Consumer<T> change) {
    T object = any(kind);
    if (object != null) {
      change.accept(object);
    }
  }

  private <T> T any(Class<T> kind) {
    List<T> all = new ArrayList<>();
    for (TreeIterator<EObject> each = design.eAllContents(); each.hasNext(); ) {
      EObject object = each.next();
      if (kind.isInstance(object)) {
        all.add(kind.cast(object));
      }
    }
    return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
  }
}
