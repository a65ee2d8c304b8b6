package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.ServerKind;
import org.firebreak.model.Zone;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows of a spreadsheet, pasted with the keys. */
class PasteTableTest extends SampleFixture {
  @AfterEach
  void undoTheOneStep() {
    run(() -> editing.edit().undo());
    assertThat(ui(() -> editing.edit().canUndo())).as("it was one step").isFalse();
  }

  @Test
  void namesAndAddressesBecomeServersOfTheSelectedGroup() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    int members = web.getServers().size();
    robot.click(web);
    paste("shop-41\t10.20.9.41\nshop-42\t10.20.9.42 2001:db8::42\nshop-43\n");
    until("servers were made", () -> web.getServers().size() == members + 3);
    List<Server> made = web.getServers().subList(members, members + 3);
    assertThat(made).extracting(Server::getName).containsExactly("shop-41", "shop-42", "shop-43");
    assertThat(made.get(1).getAddresses()).containsExactly("10.20.9.42", "2001:db8::42");
    assertThat(made).extracting(Server::getOrigin).containsOnlyNulls();
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Paste 3 servers");
    assertThat(ui(() -> editing.canvas().selectedElements())).isEqualTo(made);
  }

  @Test
  void aHeaderNamesKindSystemAndZone() {
    Zone mgmt = editing.find(Zone.class, "mgmt");
    robot.click(ui(() -> editing.canvas().control().toDisplay(6, 6)));
    paste(
        "Hostname\tIP address\tKind\tOperating system\tZone\r\n"
            + "jump-7\t10.99.0.7\tcontainer\tDebian 13\tmgmt\r\n"
            + "spare-1\t10.99.0.8\tbare metal\t\t\r\n");
    until("servers were made", () -> !mgmt.getServers().isEmpty());
    Server jump = editing.find(Server.class, "jump-7");
    assertThat(jump.eContainer()).isSameAs(mgmt);
    assertThat(jump.getKind()).isEqualTo(ServerKind.CONTAINER_HOST);
    assertThat(jump.getOperatingSystem()).isEqualTo("Debian 13");
    Server spare = editing.find(Server.class, "spare-1");
    assertThat(spare.eContainer()).isSameAs(editing.design());
    for (Server server : List.of(jump, spare)) {
      assertThat(ui(() -> editing.canvas().partOf(server))).isNotNull();
    }
  }

  @Test
  void wrongRowsAreNamedAndTheOthersTaken() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    int members = web.getServers().size();
    robot.click(web);
    pasteSoon("shop-51\t10.20.9.51\nshop-52\t10.20.9.352\nshop-53\t10.20.9.53\n");
    Shell dialog = Ui.dialog("Paste Rows");
    Table table = Ui.find(dialog, Table.class, "the rows", each -> true);
    assertThat(Ui.get(() -> table.getItemCount())).isEqualTo(1);
    assertThat(Ui.get(() -> table.getItem(0).getText(0))).startsWith("2");
    assertThat(Ui.get(() -> table.getItem(0).getText(1))).contains("10.20.9.352");
    Shots.take("paste-report");
    new Hands().press(KeyEvent.VK_ENTER);
    until("the dialog is closed", dialog::isDisposed);
    assertThat(web.getServers()).hasSize(members + 2);
  }

  @Test
  void rowsOfAPortMatrixBecomeFlowsBetweenWhatIsThere() {
    int flows = editing.design().getFlows().size();
    paste("web\tdb\t8443\ttcp\nmonitoring\tdb\t161\tudp\n".replace("monitoring", "app"));
    until("flows were made", () -> editing.design().getFlows().size() == flows + 2);
    Flow first = editing.design().getFlows().get(flows);
    assertThat(first.getSource()).isSameAs(editing.find(ServerGroup.class, "web"));
    assertThat(first.getDestination()).isSameAs(editing.find(ServerGroup.class, "db"));
    assertThat(first.getServices().get(0).getPorts()).isEqualTo("8443");
    Flow second = editing.design().getFlows().get(flows + 1);
    assertThat(second.getServices().get(0).getProtocol()).isEqualTo(Protocol.UDP);
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Paste 2 flows");
  }

  @Test
  void unknownEndsAreAskedFor() {
    int flows = editing.design().getFlows().size();
    pasteSoon("Source\tDestination\tService\nweb\tledger\thttps\nweb\tdb\tssh\n");
    Shell dialog = Ui.dialog("Paste Rows");
    assertThat(Ui.get(() -> Ui.controls(dialog).anyMatch(PasteTableTest::namesLedger))).isTrue();
    Button skip =
        Ui.find(dialog, Button.class, "Skip", button -> button.getText().startsWith("Skip"));
    new Hands().click(skip);
    until("one flow was made", () -> editing.design().getFlows().size() == flows + 1);
    assertThat(editing.design().getFlows().get(flows).getDestination().getName()).isEqualTo("db");
  }

  private static boolean namesLedger(org.eclipse.swt.widgets.Control control) {
    return control instanceof org.eclipse.swt.widgets.Label label
        && label.getText().contains("ledger");
  }

  private void paste(String text) {
    pasteSoon(text);
    UiCondition.settle();
    assertThat(Ui.get(() -> Arrays.stream(UiCondition.display().getShells()).toList()))
        .noneMatch(shell -> Ui.get(() -> "Paste Rows".equals(shell.getText())));
  }

  private void pasteSoon(String text) {
    run(
        () -> {
          Clipboard clipboard = new Clipboard(UiCondition.display());
          clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
          clipboard.dispose();
        });
    new Hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
  }
}
