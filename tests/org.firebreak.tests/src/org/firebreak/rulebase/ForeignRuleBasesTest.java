package org.firebreak.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.Probes;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constructs that our own exports do not have are read as the platform means them, or listed. */
class ForeignRuleBasesTest {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMPV6 = 58;
  private static final int ECHO_V6 = 128 * 256;

  private final Map<String, String> files = new TreeMap<>();
  private RuleBase base;

  private void read(String platform) throws Exception {
    base =
        RuleBaseReaders.of(platform)
            .orElseThrow()
            .read(new MemoryFiles(new TreeMap<>(files)), HostAddresses.NONE, Progress.NONE);
  }

  private boolean permits(
      Rule.Direction direction, String from, String to, int protocol, int port) {
    PlacedFilter placed =
        base.filters().stream()
            .filter(each -> each.direction() == direction)
            .findFirst()
            .orElseThrow();
    Probes.Probe probe =
        new Probes.Probe(Address.parse(from), Address.parse(to), protocol * 65_536 + port);
    return Probes.decide(placed.filter(), probe).permits();
  }

  private boolean permitsIn(int protocol, int port) {
    return permits(Rule.Direction.INBOUND, "10.0.0.7", "10.0.0.1", protocol, port);
  }

  private void assertUnread(String reason) {
    assertThat(base.unread()).extracting(Unread::reason).containsExactly(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp sport . tcp dport { 22 . 1024-65535 } accept",
        "ip saddr . tcp sport { 10.0.0.7 . 22 } accept",
        "tcp sport vmap { 22 : accept }"
      })
  void sourcePortsOfNftablesAreNotTakenForDestinations(String rule) throws Exception {
    files.put(
        "a.nft",
        "table inet t {\n chain input {\n type filter hook input priority 0; policy drop;\n "
            + rule
            + "\n }\n}\n");
    read("nftables");
    assertUnread("it depends on the source port");
    assertThat(permitsIn(TCP, 22)).isFalse();
    assertThat(permitsIn(TCP, 5000)).isFalse();
  }

  /** The form that most rulesets in the field have; it says nothing of IPv6. */
  @ParameterizedTest
  @CsvSource({
    "ip protocol tcp accept, true, false, false",
    "'ip protocol { tcp, udp } th dport 53 accept', false, false, false",
    "ip protocol != tcp accept, false, true, false",
    "meta l4proto tcp accept, true, false, true"
  })
  void protocolOfTheHeaderOfIpv4IsRead(String rule, boolean tcp, boolean udp, boolean six)
      throws Exception {
    files.put(
        "a.nft",
        "table inet t {\n chain input {\n type filter hook input priority 0; policy drop;\n "
            + rule
            + "\n }\n}\n");
    read("nftables");
    assertThat(base.unread()).isEmpty();
    assertThat(permitsIn(TCP, 22)).isEqualTo(tcp);
    assertThat(permitsIn(UDP, 22)).isEqualTo(udp);
    assertThat(permitsIn(UDP, 53)).isEqualTo(udp || rule.contains("53"));
    assertThat(permits(Rule.Direction.INBOUND, "fd00::7", "fd00::1", TCP, 22)).isEqualTo(six);
  }

  @Test
  void translatedConnectionsOfIptablesAreNotTakenForOld() throws Exception {
    files.put(
        "rules.v4",
        "*filter\n:INPUT DROP [0:0]\n-A INPUT -m conntrack --ctstate DNAT -j ACCEPT\n"
            + "-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\nCOMMIT\n");
    read("iptables");
    assertUnread("it depends on whether addresses were changed");
  }

  private void readIpset(String set, String match) throws Exception {
    files.put("ipset", set);
    files.put(
        "rules.v4",
        "*filter\n:INPUT DROP [0:0]\n-A INPUT -m set --match-set s "
            + match
            + " -j ACCEPT\nCOMMIT\n");
    read("iptables");
  }

  @Test
  void setOfPortsMatchesTcpAndUdp() throws Exception {
    readIpset("create s bitmap:port range 0-1023\nadd s 53\n", "dst");
    assertThat(base.unread()).isEmpty();
    assertThat(permitsIn(TCP, 53)).isTrue();
    assertThat(permitsIn(UDP, 53)).isTrue();
    assertThat(permitsIn(132, 53)).isFalse();
    assertThat(permitsIn(UDP, 54)).isFalse();
  }

  @Test
  void setThatCutsAddressesIsNotTakenForSingleOnes() throws Exception {
    readIpset("create s hash:ip family inet netmask 24\nadd s 10.0.0.0\n", "src");
    assertUnread("a set with the option netmask");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"scheduler_path\":\"/infra/x\" | the policy holds at times only",
        "\"connectivity_preference\":\"DENYLIST\" | the policy has a default rule of its own"
            + " (connectivity)",
        "\"connectivity_strategy\":\"ALLOWLIST\" | the policy has a default rule of its own"
            + " (connectivity)",
        "\"connectivity_preference\":\"NONE\" |"
      })
  void policiesOfNsxThatAreMoreThanTheirRules(String field, String reason) throws Exception {
    files.put(
        "vm-tags.json",
        "{\"firebreakVmTags\":1,\"virtual_machines\":[{\"server_id\":\"web1\",\"tags\":[]}]}");
    files.put(
        "policies.json",
        "{\"resource_type\":\"Infra\",\"children\":[{\"resource_type\":\"ChildSecurityPolicy\","
            + "\"SecurityPolicy\":{\"id\":\"p\",\"category\":\"Application\",\"sequence_number\":1,"
            + field
            + ",\"rules\":[{\"id\":\"r\",\"sequence_number\":1,\"action\":\"DROP\","
            + "\"source_groups\":[\"ANY\"],\"destination_groups\":[\"ANY\"],\"services\":[\"ANY\"],"
            + "\"scope\":[\"ANY\"]}]}}]}");
    read("nsx");
    if (reason == null) {
      assertThat(base.unread()).isEmpty();
      assertThat(permitsIn(TCP, 22)).isFalse();
    } else {
      assertUnread(reason);
      assertThat(permitsIn(TCP, 22)).as("left to the default rule").isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "destinationPortRanges, destinationPortRange, sourceAddressPrefix",
    "sourceAddressPrefixes, sourceAddressPrefix, destinationPortRange"
  })
  void listsOfAzureTakeNoAsterisk(String list, String single, String other) throws Exception {
    String rule =
        "{\"name\":\"r\",\"properties\":{\"direction\":\"Inbound\",\"access\":\"Allow\","
            + "\"priority\":100,\"protocol\":\"*\",\"sourcePortRange\":\"*\","
            + "\"destinationAddressPrefix\":\"*\",\"%s\":\"*\",\"%s\":[\"*\"]}}";
    files.put(
        "nsg.json", "[{\"name\":\"n\",\"securityRules\":[" + rule.formatted(other, list) + "]}]");
    read("azure");
    assertThat(base.unread())
        .extracting(Unread::reason)
        .contains("has * in " + list + ", which takes it in " + single + " alone");
    assertThat(permitsIn(TCP, 22)).isFalse();
  }

  @Test
  void rulesOfGoogleCloudWithoutNetworkAreOfTheDefaultOne() throws Exception {
    files.put(
        "attachments.json",
        "{\"network\":\"global/networks/default\",\"firebreakAttachments\":["
            + "{\"serverId\":\"web1\",\"tags\":[\"web\"]}]}");
    files.put(
        "rules.json",
        "[{\"name\":\"r\",\"targetTags\":[\"web\"],\"sourceRanges\":[\"10.0.0.0/8\"],"
            + "\"allowed\":[{\"IPProtocol\":\"tcp\",\"ports\":[\"22\"]}]}]");
    read("gcp");
    assertThat(base.unread()).isEmpty();
    assertThat(permitsIn(TCP, 22)).isTrue();
    assertThat(permitsIn(TCP, 23)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ping6, true, false", "ipv6-icmp, false, true", "[ ipv6-icmp ping6 ], true, true"})
  void echoOfIpv6IsAnApplicationOfItsOwn(String applications, boolean echo, boolean other)
      throws Exception {
    files.put(
        "a.set",
        "set rulebase security rules r from any to any source any destination any application "
            + applications
            + " service application-default action allow\n"
            + "set rulebase security rules last from any to any source any destination any"
            + " application any service any action deny\n");
    read("panos");
    assertThat(base.unread()).isEmpty();
    assertThat(permits(Rule.Direction.FORWARD, "2001:db8::1", "2001:db8::2", ICMPV6, ECHO_V6))
        .isEqualTo(echo);
    assertThat(permits(Rule.Direction.FORWARD, "2001:db8::1", "2001:db8::2", ICMPV6, 256))
        .isEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Set-NetFirewallProfile -Profile Domain -DefaultInboundAction Allow",
        "Set-NetFirewallProfile -Name Public, Private -DefaultInboundAction Allow"
      })
  void defaultOfSomeProfilesIsNotThatOfAll(String line) throws Exception {
    files.put("web.ps1", line + "\n");
    read("windows");
    assertUnread("It is about some profiles only.");
    assertThat(permitsIn(TCP, 22)).as("as Windows is installed").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Set-NetFirewallProfile -All -DefaultInboundAction Allow",
        "Set-NetFirewallProfile -Profile Domain,Public,Private -DefaultInboundAction Allow",
        "Set-NetFirewallProfile -Profile Any -DefaultInboundAction Allow"
      })
  void defaultOfAllProfiles(String line) throws Exception {
    files.put("web.ps1", line + "\n");
    read("windows");
    assertThat(base.unread()).isEmpty();
    assertThat(permitsIn(TCP, 22)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Disable-NetFirewallRule -Name r | It changes rules that are made elsewhere.",
        "Set-NetFirewallRule -Name r -Action Block | It changes rules that are made elsewhere.",
        "netsh advfirewall set allprofiles state off | netsh is not read; use New-NetFirewallRule."
      })
  void changesOfRulesOfWindows(String line, String reason) throws Exception {
    files.put(
        "web.ps1",
        "New-NetFirewallRule -Name r -DisplayName r -Protocol TCP -LocalPort 22\n" + line + '\n');
    read("windows");
    assertUnread(reason);
  }
}
