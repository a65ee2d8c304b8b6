package org.firebreak.imports.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.ImportReport;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rule bases in the field become in a design that knows nothing of them yet. */
class FieldImportTest {
  private final Design design = NewElements.design("test");
  private ImportReport report;

  @TempDir Path folder;

  private void read(String name, String... lines) throws Exception {
    read(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void read(String name, byte[] content) throws Exception {
    Path file = Files.write(folder.resolve(name), content);
    report =
        Importer.run(
            new ModelEdit(design),
            new ImportRequest(
                null,
                null,
                List.of(file),
                null,
                null,
                null,
                null,
                false,
                null,
                Map.of(),
                InputLimits.DEFAULT),
            Progress.NONE);
  }

  private List<String> notes(Severity severity) {
    return report.notes(severity).stream().map(Object::toString).toList();
  }

  private List<String> flows() {
    List<String> flows = new ArrayList<>();
    for (Flow flow : design.getFlows()) {
      flows.add(
          flow.getSource().getName()
              + " → "
              + flow.getDestination().getName()
              + ": "
              + String.join(", ", flow.getServices().stream().map(Service::getName).toList()));
    }
    return flows;
  }

  /** Nearly every server has such a chain, and routes nothing. */
  @Test
  void chainThatForwardsAllByItsPolicyAloneIsNoFlow() throws Exception {
    read(
        "web.v4",
        "*filter",
        ":INPUT DROP [0:0]",
        ":FORWARD ACCEPT [0:0]",
        ":OUTPUT ACCEPT [0:0]",
        "-A INPUT -p tcp --dport 80 -j ACCEPT",
        "COMMIT");
    assertThat(flows()).containsExactly("* → web: http", "web → *: any");
    assertThat(notes(Severity.WARNING))
        .anyMatch(note -> note.contains("is all that was read of what this machine forwards"));
  }

  @Test
  void icmpWithoutOneTypeIsNotHundredsOfServices() throws Exception {
    read(
        "web.v4",
        "*filter",
        ":INPUT DROP [0:0]",
        "-A INPUT -p icmp --icmp-type echo-request -j DROP",
        "-A INPUT -p icmp -j ACCEPT",
        "-A INPUT -p tcp --dport 80 -j ACCEPT",
        "COMMIT");
    assertThat(flows()).containsExactly("* → web: http");
    assertThat(design.getServices()).hasSize(1);
    assertThat(notes(Severity.ERROR))
        .singleElement()
        .asString()
        .contains("no service can say: 1 but for some of its types or codes");
  }

  @Test
  void denialsThatAreNotReadSayWhatFollows() throws Exception {
    read(
        "web.v4",
        "*filter",
        ":INPUT ACCEPT [0:0]",
        "-A INPUT -i eth0 -p tcp --dport 22 -j DROP",
        "COMMIT");
    assertThat(notes(Severity.ERROR))
        .singleElement()
        .asString()
        .contains("it depends on an interface; it denies, and the flows may permit what it denies");
  }

  private static final String POLICY =
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: db}\nspec:\n"
          + "  podSelector: {matchLabels: {app: db}}\n  policyTypes: [Ingress, Egress]\n"
          + "  ingress:\n  - from:\n    - podSelector: {matchLabels: {app: api}}\n"
          + "    - namespaceSelector: {matchLabels: {team: ops}}\n      podSelector: {}\n"
          + "    - ipBlock: {cidr: 192.0.2.0/24}\n    ports: [{port: 5432}]\n"
          + "  egress:\n  - to: [{podSelector: {matchLabels: {app: log}}}]\n"
          + "    ports: [{port: 514, protocol: UDP}]";

  /** Most people have policies in their files, and the pods in the cluster. */
  @Test
  void selectorsOfPodsThatNoFileHasAreGroups() throws Exception {
    read("policies.yaml", POLICY);
    assertThat(notes(Severity.ERROR)).isEmpty();
    assertThat(flows())
        .containsExactly(
            "default/app=api → default/app=db: postgresql",
            "{team=ops}/* → default/app=db: postgresql",
            "192.0.2.0/24 → default/app=db: postgresql",
            "default/app=db → default/app=log: syslog");
    assertThat(design.getExternalNetworks())
        .singleElement()
        .returns("192.0.2.0/24", n -> n.getName());
    assertThat(design.eAllContents())
        .toIterable()
        .noneMatch(each -> each.toString().contains("254.0.0."));
  }

  @Test
  void objectsThatMakePodsStandForThem() throws Exception {
    String deployment =
        "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: %s}\nspec:\n  template:\n"
            + "    metadata: {labels: {app: %s, tier: x}}";
    read(
        "all.yaml",
        POLICY.replaceAll(" *- namespaceSelector.*\n.*\n", ""),
        String.format(deployment, "api-v1", "api"),
        String.format(deployment, "api-v2", "api"),
        String.format(deployment, "postgres", "db"));
    assertThat(flows())
        .contains(
            "default/api-v1 → default/postgres: postgresql",
            "default/api-v2 → default/postgres: postgresql")
        .noneMatch(flow -> flow.contains("app=api"));
  }

  /** What others do not let in must not come back by way of what is let out to everywhere. */
  @Test
  void everywhereButUnknownHostsIsNoFlow() throws Exception {
    read(
        "policies.yaml",
        POLICY,
        "---",
        "apiVersion: networking.k8s.io/v1",
        "kind: NetworkPolicy",
        "metadata: {name: web}",
        "spec: {podSelector: {matchLabels: {app: web}}, ingress: [{ports: [{port: 443}]}]}");
    assertThat(flows())
        .contains("* → default/app=web: https")
        .noneMatch(flow -> flow.contains("→ *"));
    assertThat(notes(Severity.ERROR))
        .singleElement()
        .asString()
        .contains(
            "'no policy' at 'default/app=web' permits connections to every address but those of"
                + " 'default/app=db'");
    assertThat(notes(Severity.WARNING))
        .anyMatch(
            note ->
                note.contains(
                    "permits connections from every address but those of 'default/app=db'"));
  }

  @Test
  void securityGroupsThatNameEachOtherAreGroups() throws Exception {
    read(
        "groups.json",
        "{'SecurityGroups':[{'GroupId':'sg-1','GroupName':'lb','IpPermissions':[],"
                .replace('\'', '"')
            + "'IpPermissionsEgress':[]},{'GroupId':'sg-2','GroupName':'app','IpPermissions':["
                .replace('\'', '"')
            + ("{'IpProtocol':'tcp','FromPort':8443,'ToPort':8443,'IpRanges':[],"
                    + "'UserIdGroupPairs':[{'GroupId':'sg-2'},{'GroupId':'sg-9'}]}],"
                    + "'IpPermissionsEgress':[{'IpProtocol':'-1','UserIdGroupPairs':"
                    + "[{'GroupId':'sg-2'},{'GroupId':'sg-9'}]}]}]}")
                .replace('\'', '"'));
    assertThat(notes(Severity.ERROR)).isEmpty();
    assertThat(flows())
        .containsExactlyInAnyOrder(
            "app → app: https-alt", "sg-9 → app: https-alt", "app → sg-9: any");
  }

  private static final String RULES =
      "table inet t {\n chain input {\n  type filter hook input priority 0; policy drop;\n"
          + "  tcp dport 22 accept comment \"\uD83D\uDD25\"\n }\n}\n";

  /** What a shell or editor of Windows makes of the output of a firewall. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void encodingIsSeenFromTheMark(String encoding) throws Exception {
    String spaces = " ".repeat(8189); // so that a pair of characters lies across two reads
    read("web.nft", ("\uFEFF" + RULES.replace("input {", "input {" + spaces)).getBytes(encoding));
    assertThat(notes(Severity.ERROR)).isEmpty();
    assertThat(flows()).containsExactly("* → web: ssh");
    assertThat(design.getFlows().get(0).getName()).isEqualTo("\uD83D\uDD25");
  }

  @Test
  void xmlThatSaysItIsUtf16IsRead() throws Exception {
    String text =
        "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<config urldb=\"paloaltonetworks\">"
            + "<devices><entry name=\"d\"><vsys><entry name=\"v\"><rulebase><security><rules>"
            + "<entry name=\"r\"><from><member>any</member></from><to><member>any</member></to>"
            + "<source><member>192.0.2.1</member></source><destination><member>192.0.2.2</member>"
            + "</destination><application><member>any</member></application><service><member>"
            + "service-https</member></service><action>allow</action></entry></rules></security>"
            + "</rulebase></entry></vsys></entry></devices></config>";
    read("fw.xml", text.getBytes("UTF-16LE"));
    assertThat(flows()).containsExactly("192.0.2.1 → 192.0.2.2: https");
  }

  @Test
  void filesThatAreNoTextAndBrokenOnesSayWhereAndWhat() {
    assertThatThrownBy(() -> read("web.nft", (RULES + "\0").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("web.nft: is no text; give the rule base as the text");
    assertThatThrownBy(() -> read("sg.json", "{\"SecurityGroups\":", "[{]"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("sg.json:2: is not JSON")
        .hasMessageNotContaining("sg.json: sg.json");
    assertThatThrownBy(
            () -> read("np.yaml", "apiVersion: networking.k8s.io/v1", "a: " + "x".repeat(5 << 20)))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("np.yaml:2: is longer than");
    assertThatThrownBy(
            () -> read("s.yaml", "AWSTemplateFormatVersion: 2010-09-09", "a: " + "[".repeat(999)))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("s.yaml: is not YAML");
  }

  /** Rendered charts have their policies after much else. */
  @Test
  void policiesFarDownInAFileAreRecognised() throws Exception {
    read("rendered.yaml", "# " + "x".repeat(90) + ("\n# " + "y".repeat(90)).repeat(999), POLICY);
    assertThat(flows()).contains("default/app=api → default/app=db: postgresql");
  }

  private static String panOs(String name, String from, String to, String rest) {
    return "set rulebase security rules "
        + name
        + " from "
        + from
        + " to "
        + to
        + " application any "
        + rest;
  }

  /** Most rules of firewalls in the field name zones, and addresses on one side at most. */
  @Test
  void zonesAreEndsOfFlows() throws Exception {
    read(
        "fw.set",
        panOs(
            "web",
            "untrust",
            "dmz",
            "source any destination 192.0.2.7 service service-https action allow"),
        panOs(
            "no",
            "[ lan dmz ]",
            "untrust",
            "source any destination any service service-http action drop"),
        panOs(
            "out",
            "lan",
            "untrust",
            "source any destination any service [ service-http service-https ] action allow"),
        panOs("last", "any", "any", "source any destination any service any action deny"),
        panOs("late", "lan", "untrust", "source any destination any service any action allow"));
    assertThat(flows()).containsExactly("untrust → 192.0.2.7: https", "lan → untrust: https");
    assertThat(notes(Severity.ERROR)).isEmpty();
  }

  /** Whether an address is in a zone is not known: what a denial may cover is no flow. */
  @Test
  void denialsOfZonesAndOfAddressesAreNotLost() throws Exception {
    read(
        "fw.set",
        panOs(
            "no", "lan", "untrust", "source any destination any service service-https action deny"),
        panOs(
            "one",
            "lan",
            "untrust",
            "source 10.1.1.1 destination any service service-https action allow"),
        panOs(
            "two",
            "lan",
            "untrust",
            "source 10.1.1.1 destination any service service-http action allow"),
        panOs(
            "three",
            "dmz",
            "untrust",
            "source 10.2.2.2 destination any service service-https action allow"),
        panOs(
            "four",
            "any",
            "any",
            "source 10.3.3.3 destination 10.4.4.4 service service-https action allow"));
    assertThat(flows())
        .containsExactly("10.1.1.1 → untrust: http, http-alt", "10.2.2.2 → untrust: https");
    assertThat(notes(Severity.ERROR))
        .filteredOn(note -> note.contains("the denial no before it may be about a part of it"))
        .hasSize(2)
        .anyMatch(note -> note.contains("'one'"))
        .anyMatch(note -> note.contains("'four'"));
  }
}
