package org.firebreak.exports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What says where rules are in force is changed, in place of what they say: to which machines a
 * policy applies, in which namespace, network, project or tenant it is. Verification finds it.
 */
class ScopeMutationTest {
  private static final int MOST = 8;

  @TempDir Path folder;

  /** Two tenants with the same addresses, and servers of nobody. */
  private static CompiledPolicy policy() {
    DesignBuilder builder = new DesignBuilder("scopes", StrategyKind.MICRO);
    Design design = builder.design();
    for (String name : List.of("blue", "red")) {
      Tenant tenant = NewElements.tenant(name);
      tenant.setId("tenant-" + name);
      design.getTenants().add(tenant);
      Zone zone = builder.zone(name);
      zone.setTenant(tenant);
      for (String role : List.of("web", "db")) {
        ServerGroup group = builder.group(zone, name + "-" + role);
        for (int i = 1; i <= 2; i++) {
          builder.server(group, name + role + i, "10." + role.length() + ".0." + i);
        }
      }
    }
    ServerGroup dns = builder.group(builder.zone("common"), "dns");
    Server first = builder.server(dns, "dns1", "10.0.0.1");
    first.setAddresses(List.of("10.0.0.1"));
    builder.server(dns, "dns2", "10.0.0.2");
    builder.external("internet", "198.51.100.0/24");
    builder.flow("internet", "blue-web", "tcp/443");
    builder.flow("internet", "red-web", "tcp/8080");
    builder.flow("blue-web", "blue-db", "tcp/5432");
    builder.flow("red-web", "red-db", "tcp/3306");
    builder.flow("blue-web", "dns", "udp/53");
    builder.flow("red-db", "dns", "tcp/53");
    builder.tripwire("Shells", Severity.HIGH, "tcp/22");
    return PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
  }

  private static Arguments scope(
      String platform, String files, String pattern, String replacement) {
    return Arguments.of(platform, files, pattern, replacement);
  }

  static Stream<Arguments> scopes() {
    return Stream.of(
        scope(
            "nsx",
            ".*2-policies.json",
            "groups/firebreak-blue-web\"\\],\"children",
            "groups/firebreak-blue-db\"],\"children"),
        scope("nsx", ".*2-policies.json", "projects/blue/", "projects/red/"),
        scope("nsx", ".*vm-tags.json", "firebreak:blue", "firebreak:red"),
        scope("nsx", ".*vm-tags.json", "\"tag\":\"blue-web\"", "\"tag\":\"blue-db\""),
        scope("nsx", ".*vm-tags.json", "projects/blue/", "projects/red/"),
        scope("nsx", ".*1-objects.json", "firebreak:blue", "firebreak:red"),
        scope("nsx", "project-blue/tags/.*", "\"blueweb1\"", "\"bluedb1\""),
        scope("nsx", "project-blue/tags/.*", "firebreak:blue", "firebreak:red"),
        scope("nsx", "calls.json", "projects/blue/infra\"", "projects/red/infra\""),
        scope("nsx", "calls.json", "project-blue/2-policies", "project-red/2-policies"),
        scope("aci", ".*1-tenant.json", "\"tnFvCtxName\":\"main\"", "\"tnFvCtxName\":\"other\""),
        scope("aci", ".*2-endpoint-tags.json", "\"ctxName\":\"main\"", "\"ctxName\":\"other\""),
        scope("aci", ".*blue/.*.json", "\"name\":\"blue\"", "\"name\":\"red\""),
        scope("aci", ".*2-endpoint-tags.json", "\"value\":\"blue-web\"", "\"value\":\"blue-db\""),
        scope(
            "aci", ".*1-tenant.json", "\"pcEnfPref\":\"enforced\"", "\"pcEnfPref\":\"unenforced\""),
        scope("nftables", "hosts/.*", "hook input", "hook prerouting"),
        scope("nftables", "hosts/.*", "hook (input|output)", "hook forward"),
        scope("nftables", "hosts/.*", "table inet firebreak \\{", "table arp firebreak {"),
        scope("nftables", "hosts/.*", "table inet firebreak \\{", "table netdev firebreak {"),
        scope("nftables", "hosts/.*", "(\n +)(ip [sd]addr @)", "$1iifname \"eth7\" $2"),
        scope("nftables", "hosts/.*", "ifname \"lo\"", "ifname \"eth0\""),
        scope("nftables", "hosts.csv", "hosts/blue-web.nft", "hosts/blue-db.nft"),
        scope("nftables", "hosts.csv", "hosts/blue-web.nft", "hosts/nobody.nft"),
        scope("iptables", "hosts/.*v4", "-([io]) lo", "-$1 eth0"),
        scope("iptables", "hosts/.*v4", "\\*filter", "*mangle"),
        scope("iptables", "hosts/.*v4", "-A FIREBREAK-IN -p", "-A FIREBREAK-IN -i eth7 -p"),
        scope("iptables", "hosts.csv", "hosts/blue-web", "hosts/blue-db"),
        scope("windows", "hosts/.*", "(Protocol = '[A-Z]*')", "$1\n    Profile = 'Domain'"),
        scope(
            "windows", "hosts/.*", "(Protocol = '[A-Z]*')", "$1\n    InterfaceAlias = 'Ethernet'"),
        scope("windows", "hosts/.*", "(Protocol = '[A-Z]*')", "$1\n    Program = 'x.exe'"),
        scope("windows", "hosts/.*", "(Protocol = '[A-Z]*')", "$1\n    Enabled = 'False'"),
        scope("windows", "hosts.csv", "hosts/blue-web.ps1", "hosts/blue-db.ps1"),
        scope(
            "kubernetes",
            "blue/network-policies.yaml",
            "(name: \"blue-[a-z]*\"\n +)namespace: \"blue\"",
            "$1namespace: \"red\""),
        scope(
            "kubernetes",
            "blue/labels.json",
            "\"namespace\" : \"blue\"",
            "\"namespace\" : \"red\""),
        scope("kubernetes", "blue/labels.json", "group\" : \"blue-web\"", "group\" : \"blue-db\""),
        scope(
            "cilium",
            "blue/cilium-policies.yaml",
            "(name: \"blue-[a-z]*\"\n +)namespace: \"blue\"",
            "$1namespace: \"red\""),
        scope("cilium", "blue/labels.json", "\"namespace\" : \"blue\"", "\"namespace\" : \"red\""),
        scope("cilium", "blue/labels.json", "group\" : \"blue-web\"", "group\" : \"blue-db\""),
        scope(
            "cluster-network-policy",
            "blue/network-policies.yaml",
            "(name: \"blue-[a-z]*\"\n +)namespace: \"blue\"",
            "$1namespace: \"red\""),
        scope(
            "cluster-network-policy",
            "blue/labels.json",
            "\"namespace\" : \"blue\"",
            "\"namespace\" : \"red\""),
        scope(
            "cluster-network-policy",
            "blue/labels.json",
            "group\" : \"blue-web\"",
            "group\" : \"blue-db\""),
        scope(
            "kubernetes",
            "blue/network-policies.yaml",
            "(  podSelector:)\n    matchLabels:\n[^\n]*",
            "$1 {}"),
        scope(
            "kubernetes",
            ".*network-policies.yaml",
            "metadata.name: \"shared\"",
            "metadata.name: \"red\""),
        scope(
            "cilium",
            "blue/cilium-policies.yaml",
            "(  endpointSelector:)\n    matchLabels:\n[^\n]*",
            "$1 {}"),
        scope(
            "cilium",
            ".*cilium-policies.yaml",
            "pod.namespace: \"shared\"",
            "pod.namespace: \"red\""),
        scope(
            "calico",
            "blue/calico-policies.yaml",
            "namespace == 'blue' && ",
            "namespace == 'red' && "),
        scope("calico", "blue/calico-policies.yaml", "group == 'blue-web'", "group == 'blue-db'"),
        scope("calico", "blue/labels.json", "\"namespace\" : \"blue\"", "\"namespace\" : \"red\""),
        scope(
            "calico",
            ".*calico-policies.yaml",
            "(rule-set: [^~]*?)tier: \"firebreak\"",
            "$1tier: \"nowhere\""),
        scope(
            "aws",
            ".*cloudformation/.*",
            "\\{\\s*\"Ref\" : \"VpcId\"\\s*\\}",
            "\"vpc-0123456789abcdef0\""),
        scope("aws", ".*attachments.json", "blue-web\"", "blue-db\""),
        scope("aws", "blue/cloudformation/.*", "\"SgBlueWeb\"(,\\s*\"GroupId\")", "\"SgBlueDb\"$1"),
        scope("azure", ".*attachments.json", "nsg-blue-web", "nsg-blue-db"),
        scope("azure", ".*attachments.json", "asg-blue-web", "asg-blue-db"),
        scope(
            "azure",
            ".*template.*",
            "Microsoft.Network/networkSecurityGroups\",\\s*\"apiV",
            "Microsoft.Network/networkWatchers\", \"apiV"),
        scope("azure", ".*template.*", "(\"id\" : \"\\[resourceId\\()'", "$1'other', '"),
        scope(
            "azure",
            ".*template.*",
            "(\"id\" : \"\\[resourceId\\()'",
            "$1subscription().subscriptionId, 'other', '"),
        scope("gcp", "blue/firewalls.*", "default-blue\"", "default-red\""),
        scope("gcp", "blue/attachments.json", "default-blue\"", "default-red\""),
        scope("gcp", "blue/attachments.json", "firebreak-c-blue-web", "firebreak-c-blue-db"),
        scope("gcp", "blue/attachments.json", "firebreak-managed", "firebreak-other"),
        scope(
            "gcp",
            "(blue|red)/firewalls.*",
            "(\"firebreak F-[^\\[]*\"targetTags\" : \\[\\s*)\"firebreak-c-[^\"]*\"",
            "$1\"firebreak-managed\""),
        scope(
            "gcp",
            ".*firewalls.*",
            "(\"sourceTags\" : \\[\\s*)\"firebreak-g-[^\"]*\"",
            "$1\"firebreak-managed\""),
        scope("panos-vm", "blue/hosts.csv", "host-[0-9a-f]*", "host-00000000"),
        scope(
            "panos-vm",
            "blue/blue-web.set",
            "(rules \\S+ from )firebreak-network to firebreak-hosts",
            "$1firebreak-hosts to firebreak-network"),
        scope(
            "panos-vm",
            "blue/blue-web.set",
            "set vsys vsys\\d+ rulebase security",
            "set vsys vsys9 rulebase security"),
        scope("panos-vm", "blue/register-1.xml", "group.blue-web", "group.blue-db"));
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void findsRulesThatAreInForceElsewhere(
      String platform, String files, String pattern, String replacement) throws Exception {
    CompiledPolicy policy = policy();
    BundleWriter.write(folder, policy, Exporters.byIds(platform), Map.of(), Progress.NONE);
    FolderFiles artefacts = new FolderFiles(folder.resolve(platform));
    assertThat(BundleVerifier.verify(policy, folder, Progress.NONE).platforms().get(0).holds())
        .isTrue();
    if (platform.equals("panos-vm")) {
      for (String path : artefacts.paths()) {
        if (path.matches("blue/blue.*xml") && files.endsWith(".set")) {
          Files.delete(artefacts.folder().resolve(path));
        }
      }
    }
    Pattern scope = Pattern.compile(pattern, Pattern.MULTILINE);
    record Place(String path, MatchResult at) {}
    List<Place> places = new ArrayList<>();
    for (String path : artefacts.paths()) {
      if (path.matches(files)) {
        scope
            .matcher(Files.readString(artefacts.folder().resolve(path)))
            .results()
            .forEach(at -> places.add(new Place(path, at)));
      }
    }
    assertThat(places).isNotEmpty();
    Collections.shuffle(places, new Random(1));
    List<String> missed = new ArrayList<>();
    for (Place place : places.subList(0, Math.min(MOST, places.size()))) {
      Path file = artefacts.folder().resolve(place.path());
      String text = Files.readString(file);
      Matcher matcher = scope.matcher(text);
      assertThat(matcher.find(place.at().start())).isTrue();
      StringBuilder changed = new StringBuilder();
      matcher.reset().region(place.at().start(), text.length());
      matcher.useAnchoringBounds(false).useTransparentBounds(true);
      assertThat(matcher.find()).isTrue();
      matcher.appendReplacement(changed, replacement);
      matcher.appendTail(changed);
      Files.writeString(file, changed);
      if (BundleVerifier.verify(policy, folder, Progress.NONE).platforms().get(0).holds()) {
        int line = (int) text.substring(0, place.at().start()).lines().count();
        missed.add(place.path() + ":" + line + ": " + place.at().group());
      }
      Files.writeString(file, text);
    }
    assertThat(missed).isEmpty();
  }
}
