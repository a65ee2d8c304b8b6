package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.stored.CompileSettings;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code firebreak export} with a quarantine, for a scope, and for tenants. */
class ExportPartTest {
  @TempDir Path folder;

  private final Shop shop = new Shop();

  private Path bundle() {
    return folder.resolve("policy");
  }

  private Run export(String... more) throws IOException {
    Object[] words = new Object[more.length + 5];
    words[0] = "export";
    words[1] = shop.save(folder);
    words[2] = "--as-of=2030-05-15";
    words[3] = "-o";
    words[4] = bundle();
    System.arraycopy(more, 0, words, 5, more.length);
    return Run.of(words);
  }

  private String central() throws IOException {
    return Files.readString(bundle().resolve("nftables/central/central-firewall.nft"));
  }

  private JsonNode manifest(Path of) throws IOException {
    return new ObjectMapper().readTree(of.resolve("manifest.json").toFile());
  }

  private void assertVerified(Path of) throws IOException {
    try (StoredBundle stored = StoredBundle.open(of)) {
      assertThat(
              BundleVerifier.verify(
                      CompileSettings.compile(shop.design, stored.manifest()),
                      stored,
                      Progress.NONE)
                  .holds())
          .isTrue();
    }
  }

  @Test
  void quarantineIsADeltaToTheBundleWithoutItAndBack() throws IOException {
    Run run = export("--strategy=group", "--quarantine", "web1", "--responder", "Office");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(central()).contains("firebreak:deny:Q-src ", "firebreak:permit:Q-");
    assertThat(bundle().resolve("nftables/hosts/quarantine.nft")).isRegularFile();
    assertThat(bundle().resolve("changes.json")).isRegularFile();
    assertThat(bundle().resolve("nftables/changes")).isDirectory();
    assertThat(bundle().resolve("nftables/roll-back")).isDirectory();
    Server web1 = shop.web.getServers().get(0);
    assertThat(manifest(bundle()).get("quarantine").get("servers").get(0).asText())
        .isEqualTo(web1.getId());
    assertVerified(bundle());
  }

  @Test
  void scopeHoldsOnlyWhatConcernsItAndSaysThatTheRestIsForOtherRules() throws IOException {
    shop.group(shop.zone("Elsewhere"), "batch", "10.0.9.1");
    shop.flow(shop.office, shop.design.getZones().get(2).getGroups().get(0), shop.https);
    Run run = export("--strategy=group", "--scope", "Data");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("are for the chosen scope alone");
    assertThat(central()).contains("policy accept", "10.0.2.1").doesNotContain("10.0.9.1");
    assertThat(manifest(bundle()).get("scope").get("endpoints")).hasSize(1);
    assertVerified(bundle());
  }

  @Test
  void eachTenantHasItsBundleWithNothingOfAnother() throws IOException {
    Tenant red = shop.tenant("Redwood");
    Tenant blue = shop.tenant("Bluebird");
    ServerGroup redWeb = tenantGroup(red, "rosso", "10.7.0.1");
    ServerGroup blueWeb = tenantGroup(blue, "azzurro", "10.8.0.1");
    shop.flow(redWeb, shop.db, shop.postgresql).setName("rosso to db");
    shop.flow(blueWeb, shop.db, shop.service("secretive", org.firebreak.model.Protocol.TCP, "9999"))
        .setName("azzurro to db");
    shop.flow(shop.network("Bluenet", "198.51.100.0/24"), blueWeb, shop.https);
    Set<String> platforms = new TreeSet<>();
    for (String strategy : List.of("group", "micro", "hybrid")) {
      Run run = export("--strategy=" + strategy, "--per-tenant");
      assertThat(run.exitCode()).as(run.err()).isLessThan(2);
      assertThat(bundle().resolve("shared/manifest.json")).isRegularFile();
      assertNames(bundle().resolve("redwood"), List.of("rosso"), secrets(blue, blueWeb));
      assertNames(bundle().resolve("bluebird"), List.of("azzurro"), secrets(red, redWeb));
      assertVerified(bundle().resolve("redwood"));
      assertVerified(bundle().resolve("shared"));
      for (JsonNode platform : manifest(bundle().resolve("redwood")).get("platforms")) {
        if (!platform.get("files").isEmpty()) {
          platforms.add(platform.get("id").asText());
        }
      }
    }
    assertThat(platforms)
        .as("platforms of which files were searched")
        .containsExactlyInAnyOrderElementsOf(Exporters.all().stream().map(Exporter::id).toList());
    Run one = export("--tenant", "Redwood", "--scope", "azzurro");
    assertThat(one.exitCode()).isEqualTo(2);
    assertThat(one.err()).contains("nothing of the scope");
  }

  @Test
  void manifestSaysWhereConnectionsThatRunSurviveAQuarantine() throws IOException {
    export("--strategy=micro", "--platform=nftables,nsx,aci", "--quarantine=web1");
    Map<String, Boolean> survive = new TreeMap<>();
    for (JsonNode platform : manifest(bundle()).get("platforms")) {
      survive.put(
          platform.get("id").asText(),
          platform.get("limitations").toString().contains("run already may go on"));
    }
    assertThat(survive).isEqualTo(Map.of("nftables", false, "nsx", true, "aci", false));
  }

  @Test
  void partitionsOfTenantsAreTheSameInBundlesOfTheirOwn() throws IOException {
    tenantGroup(shop.tenant("Redwood"), "rosso", "10.7.0.1");
    tenantGroup(shop.tenant("Bluebird"), "azzurro", "10.7.0.1");
    for (String target : List.of("firewall", "panorama")) {
      Set<String> places = new TreeSet<>();
      for (String strategy : List.of("group", "micro")) {
        String[] words = {
          "--platform=panos,panos-vm", "--strategy=" + strategy, "--set=target=" + target
        };
        assertThat(export(words).exitCode()).isLessThan(2);
        Map<String, String> whole = commands(bundle());
        for (String tenant : List.of("Redwood", "Bluebird")) {
          String[] more = Arrays.copyOf(words, words.length + 1);
          more[words.length] = "--tenant=" + tenant;
          Run run = export(more);
          assertThat(run.exitCode()).as(run.err()).isLessThan(2);
          Map<String, String> own = commands(bundle());
          assertThat(own).hasSize(2);
          assertThat(whole).containsAllEntriesOf(own);
          assertThat(own.toString()).doesNotContain(tenant.equals("Redwood") ? "azzurro" : "rosso");
          places.add(strategy + own.values().iterator().next().replaceFirst(" rulebase .*", ""));
        }
      }
      assertThat(places).as("a place of its own for each tenant").hasSize(4);
    }
  }

  @Test
  void tenantsThatAreCalledAlikeKeepTheirPartitionsApart() throws IOException {
    tenantGroup(shop.tenant("RED"), "rosso", "10.7.0.1");
    tenantGroup(shop.tenant("Red"), "azzurro", "10.7.0.1");
    String[] words = {
      "--platform=nsx,aci,panos-vm,kubernetes,aws,azure,windows", "--strategy=micro", "--per-tenant"
    };
    assertThat(
            export("--platform=nsx,aci,panos-vm,kubernetes,aws,azure,windows", "--strategy=micro")
                .exitCode())
        .isLessThan(2);
    Set<String> whole = tenantFolders(bundle());
    Files.move(bundle(), folder.resolve("whole"));
    assertThat(export(words).exitCode()).isLessThan(2);
    Set<String> parts = new TreeSet<>();
    try (Stream<Path> bundles = Files.list(bundle())) {
      for (Path each : bundles.filter(Files::isDirectory).toList()) {
        for (String folder : tenantFolders(each)) {
          assertThat(parts.add(folder)).as(folder).isTrue();
        }
      }
    }
    assertThat(parts).isEqualTo(whole).isNotEmpty();
  }

  private static Set<String> tenantFolders(Path bundle) throws IOException {
    Set<String> folders = new TreeSet<>();
    try (Stream<Path> all = Files.walk(bundle, 2)) {
      for (Path folder : all.filter(Files::isDirectory).toList()) {
        String path = bundle.relativize(folder).toString();
        if (path.contains("red")) {
          folders.add(path);
        }
      }
    }
    return folders;
  }

  private static Map<String, String> commands(Path bundle) throws IOException {
    Map<String, String> commands = new TreeMap<>();
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".set")).toList()) {
        commands.put(bundle.relativize(file).toString(), Files.readString(file));
      }
    }
    return commands;
  }

  private ServerGroup tenantGroup(Tenant tenant, String name, String address) {
    ServerGroup group = shop.group(shop.zone(name + " zone"), name, address);
    shop.design.getZones().getLast().setTenant(tenant);
    return group;
  }

  private static List<String> secrets(Tenant tenant, ServerGroup group) {
    boolean blue = tenant.getName().equals("Bluebird");
    return List.of(
        tenant.getName(),
        tenant.getId(),
        group.getName(),
        group.getId(),
        group.getServers().get(0).getId(),
        group.getServers().get(0).getAddresses().get(0),
        blue ? "bluenet" : "rosso to db",
        blue ? "198.51.100" : "rosso",
        blue ? "secretive" : "rosso");
  }

  private static void assertNames(Path bundle, List<String> own, List<String> foreign)
      throws IOException {
    try (Stream<Path> files = Files.walk(bundle)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(bundle.relativize(file)).append('\n');
        all.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
      }
      String text = all.toString().toLowerCase(Locale.ROOT);
      own.forEach(each -> assertThat(text).contains(each));
      foreign.forEach(each -> assertThat(text).doesNotContain(each.toLowerCase(Locale.ROOT)));
    }
  }
}
