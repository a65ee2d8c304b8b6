package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On platforms with dynamic groups, the life of a machine is a matter of membership alone. */
class SyncDeltaTest {
  private static final String SERVERS =
      "name,address,labels\n"
          + "web1,10.0.1.1,role=web\napp1,10.0.2.1,role=app\ndb1,10.0.3.1,role=db\n";

  @TempDir Path folder;

  @BeforeEach
  void first() throws IOException {
    DesignBuilder builder = new DesignBuilder("vms", StrategyKind.MICRO);
    Zone zone = builder.zone("Shop");
    for (String role : new String[] {"web", "app", "db"}) {
      ServerGroup group = builder.group(zone, role);
      group.setMembershipLabel("role");
      group.setMembershipValue(role);
    }
    builder.flow("web", "app", "tcp/8080");
    builder.flow("app", "db", "tcp/5432");
    DesignFile.save(builder.design(), folder.resolve("vms.firebreak"));
    delta("");
  }

  /** The files of the change sets by platform and path, with their content. */
  private Map<String, String> delta(String more) throws IOException {
    Files.writeString(folder.resolve("vms.csv"), SERVERS + more);
    Run run =
        Run.of(
            "sync",
            folder.resolve("vms.firebreak"),
            "--inventory",
            folder.resolve("vms.csv"),
            "-o",
            folder.resolve("state"),
            "--platform",
            "nsx,panos-vm,nftables",
            "--as-of",
            "2030-01-31");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Path bundle = folder.resolve("state/current/bundle");
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(bundle)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = bundle.relativize(file).toString();
        if (path.matches("[^/]*/changes/.*")) {
          files.put(path.replace("/changes", ""), Files.readString(file));
        }
      }
    }
    return files;
  }

  /** No rule is sent to NSX and PAN-OS: neither sections and groups nor set commands. */
  private static void assertNoRules(Map<String, String> files) {
    assertThat(files.keySet())
        .noneMatch(path -> path.matches("(nsx|panos-vm)/.*(change.json|\\.set)"));
  }

  @Test
  void newMachineIsATagARegistrationAndAnElement() throws IOException {
    Map<String, String> files = delta("web9,10.0.1.9,role=web\n");

    assertNoRules(files);
    assertThat(files.get("nsx/shared/1-tags/web.json"))
        .contains("\"apply_to\":[{", "\"web9\"", "\"remove_from\":[]")
        .doesNotContain("web1\"");
    assertThat(files.keySet().stream().filter(path -> path.startsWith("nsx/shared/"))).hasSize(1);
    assertThat(files.get("panos-vm/shared/3-register-1.xml"))
        .contains("<register>", "10.0.1.9", "firebreak.group.web")
        .doesNotContain("10.0.1.1\"");
    assertThat(files.get("nftables/members/hosts/app.nft"))
        .contains("add element inet firebreak g_web_v4", "10.0.1.9")
        .doesNotContain("delete");
    assertThat(files.get("nftables/steps.csv"))
        .contains("load,hosts/web.nft,,web9", "members,hosts/app.nft,members/hosts/app.nft,app1")
        .doesNotContain("db1", "web1");
  }

  @Test
  void movedMachineChangesItsMembership() throws IOException {
    delta("web9,10.0.1.9,role=web\n");
    Map<String, String> files = delta("web9,10.0.1.9,role=app\n");

    assertNoRules(files);
    assertThat(files.get("nsx/shared/3-tags/web.json")).contains("\"apply_to\":[]", "web9");
    assertThat(files.get("nsx/shared/3-tags/app.json")).contains("\"remove_from\":[]", "web9");
    assertThat(files.get("panos-vm/shared/1-unregister-1.xml"))
        .contains("10.0.1.9", "firebreak.group.web");
    assertThat(files.get("panos-vm/shared/3-register-1.xml"))
        .contains("10.0.1.9", "firebreak.group.app");
    assertThat(files.get("nftables/members/hosts/app.nft")).contains("delete element");
    assertThat(files.get("nftables/members/hosts/db.nft")).contains("add element", "10.0.1.9");
    assertThat(files.get("nftables/members/hosts/web.nft")).contains("add element", "10.0.1.9");
  }

  @Test
  void retiredMachineOnlyLosesItsMembership() throws IOException {
    delta("web9,10.0.1.9,role=web\n");
    Map<String, String> files = delta("");

    assertNoRules(files);
    assertThat(files.get("nsx/shared/1-tags/web.json")).contains("\"apply_to\":[]", "web9");
    assertThat(files.get("panos-vm/shared/1-unregister-1.xml"))
        .contains("<unregister>", "10.0.1.9");
    assertThat(files).doesNotContainKey("panos-vm/shared/3-register-1.xml");
    assertThat(files.get("nftables/members/hosts/app.nft")).contains("delete element", "10.0.1.9");
    assertThat(files.get("nftables/steps.csv")).contains("remove,remove.nft,,web9");
  }
}
