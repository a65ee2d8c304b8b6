package org.firebreak.model.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.firebreak.core.service.PortSet;
import org.firebreak.model.Encryption;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceLibraryTest {

  private static final Set<Protocol> WITH_PORTS = Set.of(Protocol.TCP, Protocol.UDP, Protocol.SCTP);

  /** Names that public lists and configurations confirm; an unknown App-ID fails a commit. */
  private static final Set<String> CONFIRMED_APPLICATIONS =
      Set.of(
          ("web-browsing ssl http2 quic ssh telnet ftp tftp dns ntp snmp snmp-trap syslog ldap"
                  + " kerberos radius dhcp ms-ds-smb netbios-ns netbios-dg netbios-ss msrpc"
                  + " ms-kms windows-remote-management ms-rdp vnc mysql mssql-db mssql-mon oracle"
                  + " postgres redis elasticsearch-base smtp pop3 imap nfs sip rtp icmp ping"
                  + " traceroute bgp informix zabbix ms-update commvault")
              .split(" "));

  private final ServiceLibrary library = ServiceLibrary.wellKnown();

  @Test
  void holdsEnoughServices() {
    assertThat(library.all()).hasSizeGreaterThanOrEqualTo(130);
  }

  @Test
  void nameAndProtocolAreUnique() {
    assertThat(library.all().stream().map(s -> s.name() + "/" + s.protocol()))
        .doesNotHaveDuplicates();
  }

  @Test
  void namesAndAliasesAreLowerCaseWithoutBlanks() {
    for (WellKnownService service : library.all()) {
      assertThat(service.name()).matches("[a-z0-9][a-z0-9+-]*");
      assertThat(service.aliases()).allMatch(a -> a.matches("[a-z0-9][a-z0-9+-]*"));
      assertThat(service.description()).isNotBlank().doesNotEndWith(".");
    }
  }

  @Test
  void anAliasMeansOneServiceAndIsNotTheNameOfAnother() {
    Set<String> names = new HashSet<>();
    library.all().forEach(service -> names.add(service.name()));
    for (WellKnownService service : library.all()) {
      for (String alias : service.aliases()) {
        assertThat(names).doesNotContain(alias);
        assertThat(library.allByName(alias))
            .as(alias)
            .extracting(WellKnownService::name)
            .allMatch(service.name()::equals);
      }
    }
  }

  @Test
  void portsFitTheProtocol() {
    for (WellKnownService service : library.all()) {
      assertThat(service.ports().isEmpty()).as(service.name()).isNotEqualTo(ports(service));
      if (ports(service)) {
        assertThat(PortSet.parse(service.ports())).as(service.name()).hasToString(service.ports());
      }
    }
  }

  private static boolean ports(WellKnownService service) {
    return WITH_PORTS.contains(service.protocol());
  }

  @Test
  void icmpTypesStandOnIcmpAlone() {
    for (WellKnownService service : library.all()) {
      boolean icmp = service.protocol() == Protocol.ICMP || service.protocol() == Protocol.ICMPV6;
      assertThat(service.icmpType() == null || icmp).as(service.name()).isTrue();
      assertThat(service.icmpCode() == null || service.icmpType() != null)
          .as(service.name())
          .isTrue();
    }
  }

  @Test
  void applicationsAreConfirmedOnes() {
    assertThat(library.all())
        .extracting(WellKnownService::application)
        .filteredOn(application -> application != null)
        .isSubsetOf(CONFIRMED_APPLICATIONS);
  }

  @Test
  void categoriesAreTheAgreedOnes() {
    assertThat(library.categories())
        .containsExactlyInAnyOrder(
            ("administration database directory messaging file web monitoring backup"
                    + " name-resolution time virtualisation container storage mail voice security"
                    + " cluster network")
                .split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "telnet", "ftp", "ldap", "http", "vnc", "tftp", "rlogin", "rsh", "rexec", "pop3", "imap",
        "syslog", "snmp", "amqp", "redis", "docker", "nfs"
      })
  void clearTextProtocolsSaySo(String name) {
    assertThat(library.byName(name))
        .get()
        .extracting("encryption")
        .isEqualTo(Encryption.CLEAR_TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssh", "https", "ldaps", "rdp", "winrm-https", "amqps", "syslog-tls"})
  void encryptedProtocolsSaySo(String name) {
    assertThat(library.byName(name)).get().extracting("encryption").isEqualTo(Encryption.ENCRYPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "https, https, TCP, 443",
    "HTTPS, https, TCP, 443",
    "ssh, ssh, TCP, 22",
    "SFTP, ssh, TCP, 22",
    "dns, dns, UDP, 53",
    "postgres, postgresql, TCP, 5432",
    "mssql, mssql, TCP, 1433",
    "ntp, ntp, UDP, 123",
    "ms-rdp, rdp, TCP, 3389",
    "' winrm ', winrm, TCP, 5985",
    "microsoft-ds, smb, TCP, 445",
    "kube-apiserver, kubernetes-api, TCP, 6443"
  })
  void peopleFindServicesByTheNamesTheyWrite(
      String written, String name, Protocol protocol, String ports) {
    WellKnownService service = library.byName(written).orElseThrow();
    assertThat(service.name()).isEqualTo(name);
    assertThat(service.protocol()).isEqualTo(protocol);
    assertThat(service.ports()).isEqualTo(ports);
  }

  @Test
  void oneNameMayStandForSeveralProtocols() {
    assertThat(library.allByName("Domain"))
        .extracting(WellKnownService::protocol)
        .containsExactly(Protocol.UDP, Protocol.TCP);
    assertThat(library.byName("dns", Protocol.TCP)).get().extracting("ports").isEqualTo("53");
    assertThat(library.byName("dns", Protocol.SCTP)).isEmpty();
    assertThat(library.byName("dns", Protocol.ANY)).contains(library.allByName("dns").get(0));
  }

  @Test
  void anUnknownNameIsEmpty() {
    assertThat(library.byName("no-such-service")).isEmpty();
    assertThat(library.allByName("")).isEmpty();
  }

  @Test
  void lookupDoesNotDependOnTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(library.byName("KAFKA-TLS")).isPresent();
      assertThat(library.byName("IMAP")).isPresent();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void narrowServicesComeFirstByPort() {
    assertThat(library.byPort(Protocol.TCP, 22)).extracting("name").containsExactly("ssh");
    assertThat(library.byPort(Protocol.TCP, 30100)).extracting("name").containsExactly("nodeport");
    assertThat(library.byPort(Protocol.TCP, 445)).extracting("name").containsExactly("smb");
    assertThat(library.byPort(Protocol.TCP, 49160))
        .extracting("name")
        .containsExactly("qemu-migration", "msrpc-dynamic");
    assertThat(library.byPort(Protocol.TCP, 1)).isEmpty();
  }

  @Test
  void theServicesThatTripwiresWatchAreThere() {
    assertThat(List.of("ssh", "rdp", "winrm", "winrm-https", "smb", "telnet", "vnc", "msrpc"))
        .allMatch(name -> library.byName(name).isPresent());
    assertThat(List.of("mssql", "mysql", "postgresql", "oracle", "mongodb", "redis", "ftp"))
        .allMatch(name -> library.byName(name).isPresent());
  }

  @Test
  void aServiceForADesignCarriesAllFacts() {
    Service ping = library.byName("ping").orElseThrow().toService();
    assertThat(ping.getName()).isEqualTo("ping");
    assertThat(ping.getProtocol()).isEqualTo(Protocol.ICMP);
    assertThat(ping.getIcmpType()).isEqualTo(8);
    assertThat(ping.getIcmpCode()).isZero();
    assertThat(ping.getApplication()).isEqualTo("ping");
    assertThat(ping.getCategory()).isEqualTo("monitoring");
    Service again = library.byName("ping").orElseThrow().toService();
    assertThat(again.getId()).isNotBlank().isNotEqualTo(ping.getId());
  }
}
