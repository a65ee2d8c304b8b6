package org.firebreak.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.firebreak.core.policy.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constructs that rulesets of nftables in the field have, read exactly or listed. */
class NftablesConstructsTest {
  private static final int ICMP = 1;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMPV6 = 58;
  private static final String BEGIN =
      "table inet t {\n chain more {\n  tcp dport 443 accept\n }\n chain input {\n"
          + "  type filter hook input priority 0; policy drop;\n  jump more\n  ";

  private static ReadBase read(String text) throws Exception {
    return ReadBase.of("nftables", Map.of("a.nft", text));
  }

  private static ReadBase rule(String rule) throws Exception {
    return read(BEGIN + rule + "\n }\n}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "meta protocol ip tcp dport 22 accept                          ~ true  ~ false",
        "meta protocol ip6 tcp dport 22 accept                         ~ false ~ true",
        "meta protocol { ip, ip6 } tcp dport 22 accept                 ~ true  ~ true",
        "meta protocol != ip6 tcp dport 22 accept                      ~ true  ~ false",
        "meta protocol vmap { ip : accept, ip6 : drop }                ~ true  ~ false",
        "meta nfproto ipv6 tcp dport 22 accept                         ~ false ~ true",
        "ip6 nexthdr tcp tcp dport 22 accept                           ~ false ~ true",
        "ip6 nexthdr { tcp, udp } th dport ssh accept                  ~ false ~ true",
        "tcp dport { ssh, http } accept                                ~ true  ~ true",
        "tcp flags syn tcp dport 22 accept                             ~ true  ~ true",
        "tcp flags & (fin|syn|rst|ack) == syn tcp dport 22 accept      ~ true  ~ true",
        "tcp flags syn / fin,syn,rst,ack tcp dport 22 accept           ~ true  ~ true",
        "tcp flags & (fin | syn) == (fin | syn) accept                 ~ false ~ false",
        "tcp flags ack tcp dport 22 accept                             ~ false ~ false",
        "tcp dport vmap { 22: accept, 23: drop }                       ~ true  ~ true",
        "tcp dport 22 ct state == new accept                           ~ true  ~ true",
        "tcp dport 22 log flags tcp sequence,options accept            ~ true  ~ true",
        "tcp dport 22 meta mark set 0x1 accept                         ~ true  ~ true",
        "ip saddr { 10.0.0.0/24, { 10.9.0.0/16, 10.8.0.0/16 } } accept ~ true  ~ false"
      })
  void matchesOfRulesetsInTheField(String rule, boolean four, boolean six) throws Exception {
    ReadBase base = rule(rule);
    assertThat(base.reasons()).isEmpty();
    assertThat(base.permitsIn(TCP, 22)).isEqualTo(four);
    assertThat(base.permitsIn6(TCP, 22)).isEqualTo(six);
  }

  /** Nothing in them decides about a new connection. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "iifname \"eth0\" ct state established,related accept",
        "ct state { established, related } iifname \"eth0\" accept",
        "oifname \"docker0\" ct state related counter accept",
        "meta mark 0x7 ct state invalid drop",
        "tcp flags syn tcp option maxseg size set rt mtu",
        "ip protocol { tcp, udp } flow add @f",
        "meta nftrace set 1",
        "ct mark set meta mark",
        "tcp flags != syn ct state new drop",
        "tcp flags ! fin,syn,rst,psh,ack,urg drop",
        "tcp flags ! syn / syn,ack drop"
      })
  void rulesThatDecideNothingOfNewConnectionsArePassedOver(String rule) throws Exception {
    ReadBase base = rule(rule);
    assertThat(base.reasons()).isEmpty();
    assertThat(base.permitsIn(TCP, 443)).isTrue();
    assertThat(base.permitsIn(TCP, 22)).isFalse();
  }

  /** The state is asked for in other ways as well, which are not those of old connections alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "iifname \"eth0\" ct state new,established accept",
        "iifname \"eth0\" ct state != established accept",
        "iifname \"eth0\" ct state vmap { established : accept, new : accept }",
        "iifname vmap { \"eth0\" : accept }"
      })
  void rulesOfInterfacesAreListed(String rule) throws Exception {
    assertThat(rule(rule).reasons()).containsExactly("it depends on an interface");
  }

  @Test
  void denialsThatAreNotReadAreMarked() throws Exception {
    assertThat(rule("meta skuid 7 drop").base().unread())
        .extracting(Unread::denies)
        .containsExactly(true);
    assertThat(rule("meta skuid 7 accept").base().unread())
        .extracting(Unread::denies)
        .containsExactly(false);
  }

  @Test
  void chainsWithoutAWayToThemAreListed() throws Exception {
    ReadBase base =
        read(
            BEGIN
                + "iifname \"eth1\" jump lan\n }\n chain lan {\n  tcp dport 22 accept\n }\n"
                + " chain notes {\n  log\n }\n}\n");
    assertThat(base.places()).containsExactly("a.nft:8", "a.nft:10");
    assertThat(base.reasons().get(1)).startsWith("no rule that was read leads to this chain");
  }

  @Test
  void jumpsToChainsOfOtherFilesLeaveTheRestReadable() throws Exception {
    ReadBase base = rule("jump elsewhere");
    assertThat(base.reasons()).containsExactly("there is no chain elsewhere in the table");
    assertThat(base.permitsIn(TCP, 443)).isTrue();
  }

  @Test
  void definitionsStandWithinSetsAndForThem() throws Exception {
    ReadBase base =
        read(
            "define web = { 10.0.0.0/24, 10.1.0.0/24 }\ndefine one = 10.5.0.1\n"
                + "define all = { $web, $one }\ntable inet t {\n"
                + " set a {\n  type ipv4_addr\n  flags interval\n  elements = { $web, # } \"x\n"
                + "   $one }\n }\n"
                + " set b { type ipv4_addr; flags interval; elements = $all; }\n"
                + " chain input {\n  type filter hook input priority 0; policy drop;\n"
                + "  ip saddr @a tcp dport 22 accept\n  ip saddr @b tcp dport 23 accept\n"
                + "  ip saddr { $all, 10.7.0.1 } tcp dport 24 accept\n }\n}\n");
    assertThat(base.reasons()).isEmpty();
    for (int port : new int[] {22, 23, 24}) {
      assertThat(base.permits(Rule.Direction.INBOUND, "10.1.0.9", "10.2.0.1", TCP, port)).isTrue();
      assertThat(base.permits(Rule.Direction.INBOUND, "10.5.0.1", "10.2.0.1", TCP, port)).isTrue();
      assertThat(base.permits(Rule.Direction.INBOUND, "10.6.0.1", "10.2.0.1", TCP, port)).isFalse();
    }
  }

  @Test
  void tablesThatAreFlushedBeginAnew() throws Exception {
    ReadBase base =
        read(
            "add table inet t\n"
                + BEGIN
                + "accept\n }\n}\nflush table inet t\n"
                + BEGIN
                + "icmp type echo-request accept\n icmpv6 type { 1, 2, echo-request }"
                + " accept\n }\n flowtable f {\n  hook ingress priority 0;\n"
                + "  devices = { eth0, eth1 };\n }\n}\ninclude \"/etc/nftables.d/*.nft\"\n");
    assertThat(base.reasons()).containsExactly("the file that it includes is not read");
    assertThat(base.permitsIn(UDP, 53)).isFalse();
    assertThat(base.permitsIn(ICMP, 8 * 256)).isTrue();
    assertThat(base.permitsIn6(ICMPV6, 128 * 256)).isTrue();
  }

  /** Wherever a file is cut off, that is said, and nothing else happens. */
  @Test
  void filesThatWereCutOffSaySo() throws Exception {
    String whole =
        "define a = { 10.0.0.1 }\ntable inet t {\n set s { type ipv4_addr; elements = { $a } }\n"
            + " chain input {\n  type filter hook input priority 0; policy drop;\n"
            + "  ip saddr @s tcp dport { 22, 80 } accept comment \"x\"\n"
            + "  tcp dport vmap { 25 : drop }\n }\n}\n";
    for (int i = 0; i < whole.length() - 2; i++) {
      ReadBase base = read(whole.substring(0, i));
      if (i > whole.indexOf("chain")) {
        assertThat(base.reasons()).contains("the file ends before all braces are closed");
      }
    }
    assertThat(read(whole).reasons()).isEmpty();
  }
}
