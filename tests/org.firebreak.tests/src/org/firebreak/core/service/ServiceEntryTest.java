package org.firebreak.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.core.service.ServiceProposals.Proposal;
import org.firebreak.model.Design;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceEntryTest {
  private final Design design = NewElements.design("test");
  private final ServiceEntry entry = new ServiceEntry(design);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "443|https tcp/443",
        "https|https tcp/443",
        "HTTPS|https tcp/443",
        "tcp/443|https tcp/443",
        "443/tcp|https tcp/443",
        "udp/443|http3 udp/443",
        "53|dns udp/53",
        "dns|dns udp/53; dns tcp/53",
        "tcp/dns|dns tcp/53",
        "9123|tcp-9123 tcp/9123",
        "tcp/8000-8010, udp/53|tcp-8000-8010 tcp/8000-8010; dns udp/53",
        "tcp/9123,9124|tcp-9123 tcp/9123; tcp-9124 tcp/9124",
        "udp/9123,9124|udp-9123 udp/9123; udp-9124 udp/9124",
        "tcp/443, https|https tcp/443",
        "tcp/9123, 9123|tcp-9123 tcp/9123",
        "tcp/any|tcp-any tcp/any",
        "icmp|icmp icmp",
        "icmp/3/4|icmp-3-4 icmp/3/4",
        "ping|ping icmp/8/0",
        "any|any any",
        "esp|esp esp",
        "postgres; ssh|postgresql tcp/5432; ssh tcp/22",
      })
  void understandsWhatPeopleType(String text, String expected) {
    assertThat(described(entry.parse(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp/70000|70000' is too large; ports are 1 to 65535",
        "tcp/90-80|runs backwards",
        "443, tcp/0|port 0 is reserved",
        "htps|no service is called 'htps'; did you mean https? Or write its port",
        "grunfeld|no service is called 'grunfeld'; write its port",
        "tcp|tcp needs a port: tcp/443, or tcp/any for every port",
        "esp/50|esp has no ports",
        "icmp/256|is too large",
        "80-|is neither a port nor a range",
        "udp/ssh|no service is called 'ssh'",
      })
  void saysWhatIsWrongAndTheMend(String text, String expected) {
    assertThatThrownBy(() -> entry.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void blankIsNoService() {
    assertThat(entry.parse("  ")).isEmpty();
    assertThat(entry.parse(" , ; ")).isEmpty();
  }

  @Test
  void takesServicesOfTheDesignByNameAndByWhatTheyCover() {
    Service api = service("Order API", Protocol.TCP, "8443");
    Service web = service("web", Protocol.TCP, "80,443");
    assertThat(entry.parse("order api")).containsExactly(api);
    assertThat(entry.parse("8443")).containsExactly(api);
    assertThat(entry.parse("tcp/8443, Order API")).containsExactly(api);
    assertThat(entry.parse("tcp/80,443")).containsExactly(web);
    assertThat(entry.parse("443").get(0).eContainer()).isNull();
  }

  @Test
  void writesWhatItReads() {
    Service api = service("Order API", Protocol.TCP, "8443");
    Service odd = service("a, b", Protocol.UDP, "5000-5001");
    Service twin = service("Order API", Protocol.UDP, "8443");
    Service web = service("", Protocol.TCP, "80,443");
    List<Service> all = List.of(api, odd, twin, web);
    assertThat(entry.format(all)).isEqualTo("tcp/8443, udp/5000-5001, udp/8443, tcp/80,443");
    assertThat(entry.parse(entry.format(all))).isEqualTo(all);
    assertThat(entry.format(List.of())).isEmpty();
  }

  @Test
  void completesFromTheDesignAndThenFromTheLibrary() {
    service("http-internal", Protocol.TCP, "8081");
    List<Proposal> proposals = ServiceProposals.of(design, "htt", 10);
    assertThat(proposals.get(0).name()).isEqualTo("http-internal");
    assertThat(proposals.get(0).ofDesign()).isTrue();
    assertThat(proposals).extracting(Proposal::name).contains("http", "https");
    assertThat(ServiceProposals.of(design, "", 10))
        .extracting(Proposal::name)
        .containsExactly("http-internal");
    assertThat(ServiceProposals.of(design, "5432", 10).get(0).name()).isEqualTo("postgresql");
    assertThat(ServiceProposals.of(design, "dns", 10))
        .extracting(Proposal::name)
        .startsWith("udp/dns", "tcp/dns");
    for (Proposal proposal : ServiceProposals.of(design, "s", 400)) {
      assertThat(described(entry.parse(proposal.name()))).endsWith(" " + proposal.covers());
    }
  }

  @Test
  void aCompletionReplacesTheItemAtTheCaret() {
    assertThat(ServiceEntry.itemStart("https, tcp/80", 13)).isEqualTo(7);
    assertThat(ServiceEntry.itemStart("https, tcp/80", 3)).isZero();
    assertThat(ServiceEntry.itemStart("tcp/80,443", 10)).isZero();
    assertThat(ServiceEntry.itemStart("", 0)).isZero();
  }

  private Service service(String name, Protocol protocol, String ports) {
    Service service = NewElements.service(name);
    service.setProtocol(protocol);
    service.setPorts(ports);
    design.getServices().add(service);
    return service;
  }

  private static String described(List<Service> services) {
    return services.stream()
        .map(one -> one.getName() + " " + ServiceSyntax.write(ServiceMatch.of(one)))
        .collect(Collectors.joining("; "));
  }
}
