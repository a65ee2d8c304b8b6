package org.firebreak.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

/** The mirror that tasks in the background read is always equal to the design. */
class MirrorTest {
  private final List<Set<EObject>> affected = new ArrayList<>();
  private final Random random = new Random(7);
  private int names;

  @Test
  void followsRandomEditsUndoAndRedo() throws IOException {
    Path sample = Path.of(System.getProperty("firebreak.root"), "samples", "lab-shop.firebreak");
    Design design = DesignFile.load(sample);
    ModelEdit edit = new ModelEdit(design);
    edit.addListener(change -> affected.add(change.affected()));
    Mirror mirror = new Mirror(design);
    assertThat(mirror.design()).matches(copy -> EcoreUtil.equals(copy, withoutDiagrams(design)));
    for (int i = 0; i < 400; i++) {
      act(edit);
      if (random.nextInt(3) > 0) {
        affected.forEach(mirror::follow);
        affected.clear();
        assertThat(EcoreUtil.equals(mirror.design(), withoutDiagrams(design)))
            .as("the mirror is equal after %d edits", i + 1)
            .isTrue();
        assertThat(mirror.size()).isEqualTo(new Mirror(design).size());
      }
    }
  }

  private void act(ModelEdit edit) {
    Design design = edit.design();
    List<Server> servers = all(design, Server.class);
    List<ServerGroup> groups = all(design, ServerGroup.class);
    List<Endpoint> ends = all(design, Endpoint.class);
    List<Flow> flows = design.getFlows();
    switch (random.nextInt(8)) {
      case 0 -> edit.run("Name", () -> any(servers).setName("s" + names++));
      case 1 -> edit.run("Move", () -> any(groups).getServers().add(any(servers)));
      case 2 ->
          edit.run("Add", () -> any(groups).getServers().add(NewElements.server("n" + names++)));
      case 3 -> {
        Flow flow = NewElements.flow(any(ends), any(ends));
        flow.getServices().add(any(design.getServices()));
        edit.run("Draw", () -> design.getFlows().add(flow));
      }
      case 4 -> {
        if (servers.size() > 8) {
          Server gone = any(servers);
          edit.run("Delete", () -> EcoreUtil.delete(gone, true));
        }
      }
      case 5 -> edit.run("Label", () -> any(servers).getLabels().add(NewElements.label("k", "v")));
      case 6 -> {
        if (!flows.isEmpty()) {
          edit.run("End", () -> any(flows).setDestination(any(ends)));
        }
      }
      default -> {
        for (int i = random.nextInt(4); i >= 0; i--) {
          edit.undo();
        }
        if (random.nextBoolean()) {
          edit.redo();
        }
      }
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static <T> List<T> all(Design design, Class<T> kind) {
    List<T> all = new ArrayList<>();
    design
        .eAllContents()
        .forEachRemaining(
            each -> {
              if (kind.isInstance(each)) {
                all.add(kind.cast(each));
              }
            });
    return all;
  }

  private static Design withoutDiagrams(Design design) {
    Design copy = EcoreUtil.copy(design);
    copy.getDiagrams().clear();
    return copy;
  }
}
