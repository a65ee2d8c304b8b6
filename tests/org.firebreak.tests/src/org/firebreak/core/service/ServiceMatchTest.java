package org.firebreak.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceMatchTest {
  private static Service service(Protocol protocol, String ports) {
    Service service = NewElements.service("x");
    service.setProtocol(protocol);
    service.setPorts(ports);
    return service;
  }

  @Test
  void portsAreMergedAndSorted() {
    assertThat(PortSet.parse("443, 80-90,85-95,96")).hasToString("80-96,443");
    assertThat(PortSet.parse("").isAll()).isTrue();
    assertThat(PortSet.parse("0-65535").isAll()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"80-", "-80", "90-80", "65536", "http", "80;443", "80,,443", "+80", "8 0"})
  void otherPortsAreRefused(String text) {
    assertThatThrownBy(() -> PortSet.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aServiceCoversItsProtocolAndPorts() {
    ServiceMatch match = ServiceMatch.of(service(Protocol.TCP, "80-90"));
    assertThat(match.covers(6, 80, 0, 0)).isTrue();
    assertThat(match.covers(6, 91, 0, 0)).isFalse();
    assertThat(match.covers(17, 80, 0, 0)).isFalse();
  }

  @Test
  void icmpIsMatchedByTypeAndCode() {
    Service echo = service(Protocol.ICMP, "");
    echo.setIcmpType(8);
    ServiceMatch match = ServiceMatch.of(echo);
    assertThat(match.covers(1, 0, 8, 3)).isTrue();
    assertThat(match.covers(1, 0, 0, 0)).isFalse();
    assertThat(match.covers(58, 0, 8, 0)).isFalse();
    assertThat(match).hasToString("icmp type 8");
  }

  @Test
  void anyCoversEveryProtocolAndEveryService() {
    ServiceMatch any = ServiceMatch.of(service(Protocol.ANY, ""));
    assertThat(any.covers(89, 0, 0, 0)).isTrue();
    assertThat(any.coversAll(ServiceMatch.of(service(Protocol.UDP, "53")))).isTrue();
    assertThat(ServiceMatch.of(service(Protocol.UDP, "")).coversAll(any)).isFalse();
  }

  @Test
  void portsOfAProtocolWithoutPortsAreRefused() {
    Service esp = service(Protocol.ESP, "500");
    assertThatThrownBy(() -> ServiceMatch.of(esp)).hasMessageContaining("esp has no ports");
    Service tcp = service(Protocol.TCP, "80");
    tcp.setIcmpType(8);
    assertThatThrownBy(() -> ServiceMatch.of(tcp)).hasMessageContaining("no ICMP type");
  }
}
