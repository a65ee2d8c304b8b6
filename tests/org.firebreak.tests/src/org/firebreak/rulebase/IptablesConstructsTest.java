package org.firebreak.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constructs that rulesets of iptables in the field have, read exactly or listed. */
class IptablesConstructsTest {
  private static final int ICMP = 1;
  private static final int TCP = 6;

  private static ReadBase read(String name, String text) throws Exception {
    return ReadBase.of("iptables", Map.of(name, text));
  }

  private static ReadBase rule(String rule) throws Exception {
    return read("rules.v4", "*filter\n:INPUT DROP [0:0]\n" + rule + "\nCOMMIT\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-A INPUT -p tcp --dport ssh -j ACCEPT                                        | true",
        "-A INPUT -p tcp -m multiport --dports http,https,22 -j ACCEPT                | true",
        "-A INPUT -p tcp --tcp-flags FIN,SYN,RST,ACK SYN -j ACCEPT                    | true",
        "-A INPUT -p tcp --tcp-flags ALL SYN -j ACCEPT                                | true",
        "-A INPUT -p tcp --tcp-flags SYN,ACK SYN --dport 22 -j ACCEPT                 | true",
        "-A INPUT -p tcp --tcp-flags ACK ACK -j ACCEPT                                | false",
        "-A INPUT -p tcp --tcp-flags ALL NONE -j ACCEPT                               | false",
        "-A INPUT -p tcp ! --tcp-flags SYN,RST,ACK SYN -j ACCEPT                      | false",
        "-A INPUT -f -j ACCEPT                                                        | false",
        "-A INPUT -i eth0 -m state --state RELATED,ESTABLISHED -j ACCEPT              | false",
        "-A INPUT -m mark --mark 1 -m conntrack --ctstate INVALID -j DROP             | false",
        "-A INPUT -p tcp --dport 22 -m state --state NEW -m recent --set --name s     | false",
        "-A INPUT -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu | false"
      })
  void rulesOfRulesetsInTheField(String rule, boolean permitted) throws Exception {
    ReadBase base = rule(rule);
    assertThat(base.reasons()).isEmpty();
    assertThat(base.permitsIn(TCP, 22)).isEqualTo(permitted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-A INPUT -i eth0 -j ACCEPT",
        "-A INPUT -i eth0 -m state ! --state ESTABLISHED -j ACCEPT",
        "-A INPUT -i eth0 -m state --state NEW,ESTABLISHED -j ACCEPT"
      })
  void rulesOfInterfacesAreListed(String rule) throws Exception {
    assertThat(rule(rule).reasons()).containsExactly("it depends on an interface");
  }

  @Test
  void denialsThatAreNotReadAreMarked() throws Exception {
    assertThat(rule("-A INPUT -m owner --uid-owner 7 -j DROP").base().unread())
        .extracting(Unread::denies)
        .containsExactly(true);
  }

  @Test
  void chainsWithoutAWayToThemAreListed() throws Exception {
    ReadBase base =
        read(
            "user.rules",
            "*filter\n:ufw-user-input - [0:0]\n:ufw-log - [0:0]\n"
                + "-A ufw-user-input -p tcp --dport 22 -j ACCEPT\n-A ufw-log -j LOG\nCOMMIT\n");
    assertThat(base.places()).containsExactly("user.rules:2");
    assertThat(base.reasons().get(0)).startsWith("no rule that was read leads to this chain");
  }

  @ParameterizedTest
  @CsvSource({
    "fw, -A INPUT -s fd00::/8 -j ACCEPT",
    "fw, -A INPUT -p ipv6-icmp -j ACCEPT",
    "fw, -A INPUT -j REJECT --reject-with icmp6-port-unreachable",
    "rules.v6, -A INPUT -p udp -j ACCEPT"
  })
  void rulesetsOfIpv6AreKnownByWhatTheySay(String name, String rule) throws Exception {
    ReadBase base =
        read(name, "*filter\n:INPUT DROP [0:0]\n-A INPUT -p tcp -j ACCEPT\n" + rule + "\nCOMMIT\n");
    assertThat(base.permitsIn6(TCP, 22)).isTrue();
    assertThat(base.base().unread()).isEmpty();
    assertThat(base.base().filters().get(0).filter().rules().get(0).source().v4().isEmpty())
        .isTrue();
  }

  @Test
  void whatTheCommandLists() throws Exception {
    String text =
        "-P INPUT DROP\n-P FORWARD DROP\n-P OUTPUT ACCEPT\n-N web\n"
            + "-A INPUT -p icmp --icmp-type ping -j ACCEPT\n-A INPUT -p tcp -j web\n"
            + "-A web --protocol tcp --dport 80 -j ACCEPT\n";
    ReadBase base = read("listed.txt", text);
    assertThat(RuleBaseReaders.of("iptables").orElseThrow().recognises("x", text)).isTrue();
    assertThat(base.reasons()).isEmpty();
    assertThat(base.permitsIn(TCP, 80)).isTrue();
    assertThat(base.permitsIn(TCP, 22)).isFalse();
    assertThat(base.permitsIn(ICMP, 8 * 256)).isTrue();
  }

  @Test
  void filesOfWindowsEditorsAreRead() throws Exception {
    String text =
        "\uFEFF*filter\r\n:INPUT DROP [0:0]\r\n-A INPUT -p tcp --dport 22 -j ACCEPT\r\nCOMMIT\r\n";
    assertThat(RuleBaseReaders.of("iptables").orElseThrow().recognises("x", text)).isTrue();
    ReadBase base = read("x", text);
    assertThat(base.reasons()).isEmpty();
    assertThat(base.permitsIn(TCP, 22)).isTrue();
  }

  @Test
  void filesThatWereCutOffSaySo() throws Exception {
    String whole = "*filter\n:INPUT DROP [0:0]\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n";
    for (int i = 9; i < whole.indexOf("COMMIT") + 3; i++) {
      assertThat(read("a.v4", whole.substring(0, i)).reasons())
          .contains("the file ends before COMMIT");
    }
    assertThat(read("a.v4", whole).reasons()).isEmpty();
  }
}
