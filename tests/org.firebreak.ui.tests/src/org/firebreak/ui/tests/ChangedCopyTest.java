package org.firebreak.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.firebreak.ui.jobs.ChangedCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangedCopyTest {
  private final Design design = NewElements.design("shop");
  private final Zone zone = NewElements.zone("web");
  private final ServerGroup group = NewElements.group("web");
  private final Server server = NewElements.server("web1");
  private ModelEdit edit;

  @BeforeEach
  void fill() {
    design.getZones().add(zone);
    zone.getGroups().add(group);
    group.getServers().add(server);
    server.getLabels().add(NewElements.label("tier", "web"));
    edit = new ModelEdit(design);
  }

  @Test
  void unchangedCopyChangesNothing() {
    apply(ChangedCopy.of(design));
    assertThat(edit.canUndo()).isFalse();
  }

  @Test
  void designBecomesEqualToTheCopyAndElementsKeepTheirIdentity() {
    Design copy = ChangedCopy.of(design);
    Zone zoneCopy = copy.getZones().get(0);
    Server renamed = zoneCopy.getGroups().get(0).getServers().get(0);
    renamed.setName("web01");
    renamed.setAddresses(List.of("10.0.0.1"));
    renamed.getLabels().add(NewElements.label("env", "test"));
    Server added = NewElements.server("web2");
    zoneCopy.getGroups().get(0).getServers().add(0, added);
    Flow flow = NewElements.flow(added, renamed);
    flow.getServices().add(NewElements.service("https"));
    copy.getServices().addAll(flow.getServices());
    copy.getFlows().add(flow);
    byte[] before = DesignFile.toBytes(design);
    byte[] wanted = DesignFile.toBytes(copy);

    apply(copy);

    assertThat(DesignFile.toBytes(design)).isEqualTo(wanted);
    assertThat(group.getServers().get(1)).isSameAs(server);
    assertThat(design.getFlows().get(0).getDestination()).isSameAs(server);
    assertThat(design.getFlows().get(0).getSource()).isSameAs(group.getServers().get(0));
    edit.undo();
    assertThat(DesignFile.toBytes(design)).isEqualTo(before);
    edit.redo();
    assertThat(DesignFile.toBytes(design)).isEqualTo(wanted);
  }

  @Test
  void movedAndRemovedElementsFollow() {
    Design copy = ChangedCopy.of(design);
    Zone other = NewElements.zone("front");
    copy.getZones().add(0, other);
    other.getGroups().add(copy.getZones().get(1).getGroups().get(0));
    other.getGroups().get(0).getServers().clear();
    byte[] wanted = DesignFile.toBytes(copy);

    apply(copy);

    assertThat(DesignFile.toBytes(design)).isEqualTo(wanted);
    assertThat(group.eContainer()).isSameAs(design.getZones().get(0));
  }

  private void apply(Design copy) {
    edit.run("Apply", () -> ChangedCopy.apply(copy, design));
  }
}
