package org.firebreak.rulebase.panos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.firebreak.core.address.Address;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.service.PortRange;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.Probes;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations that others wrote are read exactly, or what is not understood is listed. */
class PanOsReaderTest {
  private static final String OBJECTS =
      """
      set address web ip-netmask 10.1.0.10
      set address net ip-netmask 10.1.2.3/24
      set address span ip-range 10.2.0.5-10.2.0.9
      set address site fqdn www.example.com
      set address odd ip-wildcard 10.0.0.0/0.0.248.255
      set address-group inner static [ web span ]
      set address-group outer static [ inner net ]
      set address-group loop static loop2
      set address-group loop2 static loop
      set service s443 protocol tcp port 443
      set service high protocol udp port 5000-5010,6000 override no
      set service from protocol tcp port 80 source-port 1024-65535
      set service wide protocol tcp port 80 source-port 1-65535
      set service-group sg members [ s443 high ]
      set service-group sgg members [ sg service-http ]
      """;

  private final MemoryFiles files = new MemoryFiles();

  private RuleBase read() throws Exception {
    return RuleBaseReaders.of("panos").orElseThrow().read(files, HostAddresses.NONE, Progress.NONE);
  }

  private RuleBase read(String path, String text) throws Exception {
    files.content().put(path, text);
    return read();
  }

  private static String rule(String name, String more) {
    return "set rulebase security rules "
        + name
        + " from any to any source any destination any application any service any action allow"
        + " log-end no\n"
        + (more.isEmpty() ? "" : "set rulebase security rules " + name + " " + more + "\n");
  }

  private static Outcome decide(
      PacketFilter filter, String source, String destination, int protocol, int port) {
    return Probes.decide(
        filter,
        new Probes.Probe(
            Address.parse(source),
            Address.parse(destination),
            ServiceLine.of(protocol, PortRange.of(port)).from(0)));
  }

  private static PlacedFilter named(RuleBase base, String name) {
    return base.filters().stream()
        .filter(filter -> filter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A rule of which the source, the destination and the service are given. */
  private PacketFilter one(String source, String destination, String service) throws Exception {
    RuleBase base =
        read(
            "fw.set",
            OBJECTS
                + "set rulebase security rules r from any to any source "
                + source
                + " destination "
                + destination
                + " application any service "
                + service
                + " action allow log-end no\n"
                + "set rulebase default-security-rules rules intrazone-default action deny\n");
    assertThat(base.unread()).isEmpty();
    return base.filters().get(0).filter();
  }

  @Test
  void groupsInGroupsAndRangesAreResolved() throws Exception {
    PacketFilter filter = one("outer", "any", "sgg");
    for (String source : new String[] {"10.1.0.10", "10.1.2.0", "10.1.2.255", "10.2.0.7"}) {
      assertThat(decide(filter, source, "192.0.2.1", 6, 443)).isEqualTo(Outcome.PERMIT);
    }
    for (String source : new String[] {"10.1.0.11", "10.1.3.0", "10.2.0.10", "10.2.0.4"}) {
      assertThat(decide(filter, source, "192.0.2.1", 6, 443)).isEqualTo(Outcome.DENY);
    }
    assertThat(decide(filter, "10.1.0.10", "192.0.2.1", 6, 8080).permits()).isTrue();
    assertThat(decide(filter, "10.1.0.10", "192.0.2.1", 17, 5007).permits()).isTrue();
    assertThat(decide(filter, "10.1.0.10", "192.0.2.1", 17, 443).permits()).isFalse();
    assertThat(decide(filter, "10.1.0.10", "192.0.2.1", 6, 5007).permits()).isFalse();
  }

  @Test
  void literalAddressesAreRead() throws Exception {
    PacketFilter filter = one("[ 10.9.0.0/16 2001:db8::/32 ]", "10.3.0.1-10.3.0.2", "wide");
    assertThat(decide(filter, "10.9.255.1", "10.3.0.2", 6, 80).permits()).isTrue();
    assertThat(decide(filter, "10.9.255.1", "10.3.0.3", 6, 80).permits()).isFalse();
  }

  @Test
  void negatedSidesAreEverythingElse() throws Exception {
    RuleBase base =
        read(
            "fw.set",
            OBJECTS
                + "set rulebase security rules r from any to any source net destination outer"
                + " application any service s443 action allow negate-source yes"
                + " negate-destination yes\n");
    PacketFilter filter = base.filters().get(0).filter();
    assertThat(decide(filter, "10.1.3.1", "192.0.2.1", 6, 443).permits()).isTrue();
    assertThat(decide(filter, "10.1.2.1", "192.0.2.1", 6, 443).permits()).isFalse();
    assertThat(decide(filter, "10.1.3.1", "10.2.0.6", 6, 443).permits()).isFalse();
    assertThat(decide(filter, "2001:db8::1", "2001:db8::2", 6, 443).permits()).isTrue();
  }

  @Test
  void disabledRulesAreLeftOutWhateverTheySay() throws Exception {
    RuleBase base =
        read(
            "fw.set",
            rule("a", "disabled yes") + rule("b", "schedule night disabled yes") + rule("c", ""));
    assertThat(base.unread()).isEmpty();
    assertThat(base.filters().get(0).filter().rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.name()).isEqualTo("c");
              assertThat(rule.place()).isEqualTo("fw.set:5");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "schedule night, schedule",
    "source-user [ domain\\staff ], source-user",
    "category gambling, category",
    "source-hip managed, source-hip",
    "rule-type intrazone, intrazone",
    "rule-type interzone, interzone",
    "from trust, trust",
    "to untrust, untrust",
    "source site, neither a netmask nor a range",
    "source odd, neither a netmask nor a range",
    "source US, US is not defined",
    "source external-list-1, external-list-1 is not defined",
    "source loop, contains itself",
    "service from, from is not one list of ports",
    "service nowhere, nowhere is not defined",
    "service application-default, default ports",
    "application ssl, on any port",
    "application [ ssl ping ] service s443, beside services",
    "action bounce, action",
    "target devices 001122, target",
    "target negate yes, target",
    "surprise yes, surprise",
    "destination [ web, bracket",
  })
  void whatCannotBeToldByAddressAndPortIsListedWithItsPlace(String part, String reason)
      throws Exception {
    String text =
        "set rulebase security rules r action allow\n"
            + OBJECTS
            + "set address after ip-netmask 10.0.0.1\n";
    StringBuilder rule = new StringBuilder("set rulebase security rules r");
    for (String attribute : new String[] {"from", "to", "source", "destination", "application"}) {
      if (!part.startsWith(attribute + " ")) {
        rule.append(' ').append(attribute).append(" any");
      }
    }
    rule.append(part.contains("service ") ? "" : " service any").append('\n');
    RuleBase base = read("fw.set", text + rule + "set rulebase security rules r " + part + "\n");
    if (!part.contains("[ web")) {
      assertThat(base.filters().get(0).filter().rules()).isEmpty();
    }
    assertThat(base.unread())
        .anySatisfy(
            unread -> {
              assertThat(unread.place()).matches("fw[.]set:(1|19)");
              assertThat(unread.reason()).contains(reason);
            });
  }

  /** People paste a line for each service, and each line says the rest again. */
  @Test
  void repeatedValuesCountOnce() throws Exception {
    RuleBase base =
        read(
            "fw.set",
            """
            set rulebase security rules web action deny from any to any source 10.0.0.1
            set rulebase security rules web destination 10.0.0.2 application any service service-http
            set rulebase security rules web application any service service-https source-user any
            set rulebase security rules web action allow source-user any
            set rulebase security rules ping action allow from any to any source any destination any
            set rulebase security rules ping application ping service application-default
            set rulebase security rules ping application icmp service application-default
            """);
    assertThat(base.unread()).extracting(Unread::text).doesNotContain("web", "ping");
    assertThat(base.filters().get(0).filter().rules()).hasSize(2);
    assertThat(base.filters().get(0).filter().rules().get(0).outcome().permits()).isTrue();
  }

  @Test
  void aRuleOfWhichALineWasLostIsLeftOut() throws Exception {
    RuleBase base = read("fw.set", rule("r", "negate-source"));
    assertThat(base.filters().get(0).filter().rules()).isEmpty();
    assertThat(base.unread()).extracting(Unread::place).contains("fw.set:1", "fw.set:2");
  }

  @Test
  void denialOfAnApplicationIsListedAndPermissionOnItsDefaultPortsRead() throws Exception {
    RuleBase base =
        read(
            "fw.set",
            "set application-group web members [ ssl web-browsing ]\n"
                + "set application-group all members [ web ping ]\n"
                + "set rulebase security rules p from any to any source any destination any"
                + " application all service application-default action allow\n"
                + "set rulebase security rules d from any to any source any destination any"
                + " application web service application-default action deny\n"
                + "set rulebase security rules u from any to any source any destination any"
                + " application facebook service application-default action allow\n");
    PacketFilter filter = base.filters().get(0).filter();
    assertThat(filter.rules()).extracting(rule -> rule.name()).containsExactly("p");
    assertThat(decide(filter, "10.0.0.1", "10.0.0.2", 6, 443).permits()).isTrue();
    assertThat(decide(filter, "10.0.0.1", "10.0.0.2", 6, 80).permits()).isTrue();
    assertThat(decide(filter, "10.0.0.1", "10.0.0.2", 1, 8 * 256).permits()).isTrue();
    assertThat(decide(filter, "10.0.0.1", "10.0.0.2", 6, 8080).permits()).isFalse();
    assertThat(base.unread()).extracting(Unread::text).contains("d", "u").doesNotContain("p");
  }

  @Test
  void dynamicGroupsFollowTags() throws Exception {
    files
        .content()
        .put(
            "register-1.xml",
            """
            <uid-message><version>1.0</version><type>update</type><payload><register>
            <entry ip="10.0.0.1"><tag><member>web</member><member>prod</member></tag></entry>
            <entry ip="10.0.0.2"><tag><member>web</member></tag></entry>
            <entry ip="10.0.0.3"><tag><member>db</member><member>prod</member></tag></entry>
            </register></payload></uid-message>
            """);
    String rules =
        """
        set address fixed ip-netmask 10.0.0.4 tag [ db prod ]
        set address name fqdn db.example.com tag other
        set address-group both dynamic filter "'web' and 'prod'"
        set address-group either dynamic filter "'web' or 'db'"
        set address-group nested dynamic filter "('web' or 'db') and 'prod'"
        set address-group mixed dynamic filter "'web' or 'db' and 'prod'"
        set address-group named dynamic filter "'other'"
        """;
    StringBuilder text = new StringBuilder(rules);
    int port = 1;
    for (String group : new String[] {"both", "either", "nested", "mixed", "named"}) {
      text.append("set service p").append(port).append(" protocol tcp port ").append(port);
      text.append("\nset rulebase security rules ")
          .append(group)
          .append(" from any to any source ");
      text.append(group).append(" destination any application any service p").append(port++);
      text.append(" action allow\n");
    }
    RuleBase base = read("fw.set", text.toString());
    PacketFilter filter = base.filters().get(0).filter();
    String[] permitted = {"1", "1234", "134"};
    for (int i = 0; i < permitted.length; i++) {
      for (int host = 1; host <= 5; host++) {
        assertThat(decide(filter, "10.0.0." + host, "192.0.2.1", 6, i + 1).permits())
            .as("port %d from host %d", i + 1, host)
            .isEqualTo(permitted[i].contains("" + host));
      }
    }
    assertThat(base.unread()).extracting(Unread::text).contains("mixed", "named").hasSize(3);
  }

  @Test
  void withoutRegisteredAddressesADynamicGroupIsListed() throws Exception {
    RuleBase base =
        read(
            "fw.set",
            "set address-group g dynamic filter \"'web'\"\n"
                + rule("r", "")
                + "set rulebase"
                + " security rules q from any to any source g destination any application any"
                + " service any action deny\n");
    assertThat(base.unread())
        .anySatisfy(unread -> assertThat(unread.reason()).contains("registered addresses"));
  }

  @Test
  void deviceGroupsInheritRulesAndObjectsFromThoseAbove() throws Exception {
    RuleBase base =
        read(
            "panorama.set",
            """
            set shared address a ip-netmask 10.0.0.1
            set shared address b ip-netmask 10.0.0.2
            set shared pre-rulebase security rules first from any to any source a destination any application any service p1 action deny target negate no
            set shared service p1 protocol tcp port 1
            set shared post-rulebase security rules last from any to any source any destination any application any service p3 action allow
            set device-group parent service p2 protocol tcp port 2
            set device-group parent address b ip-netmask 10.0.0.22 disable-override no
            set device-group parent service p3 protocol tcp port 3
            set device-group parent pre-rulebase security rules middle from any to any source b destination any application any service [ p1 p2 ] action allow
            set device-group parent post-rulebase default-security-rules rules interzone-default action deny log-end yes
            set device-group child address b ip-netmask 10.0.0.222
            set device-group child pre-rulebase security rules own from any to any source [ a b ] destination any application any service p1 action allow
            set device-group child post-rulebase security rules ownlast from any to any source any destination any application any service p3 action deny
            set readonly devices localhost.localdomain device-group child parent-dg parent
            """);
    PacketFilter child = named(base, "child").filter();
    assertThat(child.rules())
        .extracting(rule -> rule.name())
        .containsExactly("first", "middle", "own", "ownlast", "last");
    assertThat(decide(child, "10.0.0.1", "192.0.2.1", 6, 1).permits()).isFalse();
    assertThat(decide(child, "10.0.0.222", "192.0.2.1", 6, 2).permits()).isTrue();
    assertThat(decide(child, "10.0.0.22", "192.0.2.1", 6, 2).permits()).isFalse();
    assertThat(decide(child, "10.0.0.9", "192.0.2.1", 6, 3).permits()).isFalse();
    assertThat(child.last().outcome()).isEqualTo(Outcome.DENY_LOG);
    PacketFilter parent = named(base, "parent").filter();
    assertThat(parent.rules())
        .extracting(rule -> rule.name())
        .containsExactly("first", "middle", "last");
    assertThat(decide(parent, "10.0.0.22", "192.0.2.1", 6, 2).permits()).isTrue();
    assertThat(decide(parent, "10.0.0.9", "192.0.2.1", 6, 3).permits()).isTrue();
  }

  private static String xmlRule(String name, String source, String more) {
    return "<entry name=\""
        + name
        + "\"><from><member>any</member></from><to><member>any</member></to><source><member>"
        + source
        + "</member></source><destination><member>any</member></destination><application><member>any"
        + "</member></application><service><member>https</member></service><action>allow</action>"
        + more
        + "</entry>";
  }

  @Test
  void panoramaInXmlIsReadWithItsHierarchyAndTargets() throws Exception {
    RuleBase base =
        read(
            "panorama.xml",
            """
            <config version="10.1.0" urldb="paloaltonetworks">
             <shared><address><entry name="a"><ip-netmask>10.0.0.1</ip-netmask></entry></address>
              <pre-rulebase><security><rules>%s</rules></security></pre-rulebase>
             </shared>
             <devices><entry name="localhost.localdomain">
              <device-group>
               <entry name="child">
                <service><entry name="https"><protocol><tcp><port>443</port><override><no/></override>
                 </tcp></protocol></entry></service>
                <pre-rulebase><security><rules>%s
                 %s</rules></security></pre-rulebase>
               </entry>
               <entry name="parent">
                <address><entry name="p"><ip-netmask>10.0.0.2</ip-netmask></entry></address>
                <pre-rulebase><security><rules>%s</rules></security>
                 <nat><rules><entry name="n"/></rules></nat></pre-rulebase>
               </entry>
              </device-group>
             </entry></devices>
             <readonly><devices><entry name="localhost.localdomain"><device-group>
              <entry name="child"><id>12</id><parent-dg>parent</parent-dg></entry>
             </device-group></entry></devices></readonly>
            </config>
            """
                .formatted(
                    xmlRule("shared", "a", "<target><negate>no</negate></target>"),
                    xmlRule(
                        "own",
                        "p",
                        "<option><disable-server-response-inspection>no</disable-server-response-inspection></option>"),
                    xmlRule(
                        "elsewhere",
                        "p",
                        "<target><devices><entry name=\"0011\"/></devices></target>"),
                    xmlRule("above", "p", "")));
    PacketFilter child = named(base, "child").filter();
    assertThat(child.rules())
        .extracting(rule -> rule.name())
        .containsExactly("shared", "above", "own");
    assertThat(decide(child, "10.0.0.1", "192.0.2.1", 6, 443).permits()).isTrue();
    assertThat(base.unread())
        .anySatisfy(
            unread -> {
              assertThat(unread.place()).isEqualTo("panorama.xml:11");
              assertThat(unread.reason()).contains("target");
            })
        .anySatisfy(unread -> assertThat(unread.reason()).contains("nat rule"))
        // the parent alone lacks the service
        .anySatisfy(unread -> assertThat(unread.reason()).contains("https is not defined"));
  }

  @Test
  void whatPanoramaPushedToAFirewallIsListed() throws Exception {
    RuleBase base =
        read(
            "running.xml",
            """
            <config><devices><entry name="localhost.localdomain"><vsys><entry name="vsys1">
             <service><entry name="https"><protocol><tcp><port>443</port></tcp></protocol></entry></service>
             <rulebase><security><rules>%s</rules></security></rulebase>
            </entry></vsys></entry></devices>
            <panorama><vsys><entry name="vsys1"><pre-rulebase><security><rules>
             %s</rules></security></pre-rulebase></entry></vsys></panorama></config>
            """
                .formatted(xmlRule("local", "any", ""), xmlRule("pushed", "any", "")));
    assertThat(base.filters().get(0).filter().rules()).hasSize(1);
    assertThat(base.unread())
        .anySatisfy(
            unread -> {
              assertThat(unread.place()).isEqualTo("running.xml:6");
              assertThat(unread.text()).isEqualTo("pushed");
              assertThat(unread.reason()).contains("Panorama pushed");
            });
  }

  @Test
  void factoryDefaultsPermitWithinAZoneAndThatIsListed() throws Exception {
    RuleBase base = read("fw.set", rule("r", "").replace("service any", "service service-https"));
    assertThat(base.filters().get(0).filter().last().outcome()).isEqualTo(Outcome.DENY);
    assertThat(base.unread())
        .singleElement()
        .satisfies(unread -> assertThat(unread.text()).isEqualTo("intrazone-default"));
  }

  @Test
  void entitiesAreNotExpandedAndDepthIsBounded() {
    files
        .content()
        .put(
            "x.xml",
            "<!DOCTYPE config [<!ENTITY e SYSTEM"
                + " \"file:///etc/passwd\">]><config><shared><address><entry"
                + " name=\"a\"><description>&e;</description></entry></address></shared></config>");
    assertThatThrownBy(this::read).isInstanceOf(RuleBaseException.class);
    files.content().put("x.xml", "<config>" + "<a>".repeat(100_000));
    assertThatThrownBy(this::read)
        .isInstanceOf(RuleBaseException.class)
        .hasMessageContaining("x.xml:1 is not a PAN-OS configuration in XML");
  }
}
