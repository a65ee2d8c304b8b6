package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.facts.ServiceOverlap;
import org.firebreak.model.Protocol;
import org.junit.jupiter.api.Test;

class ServiceOverlapTest {
  private static ServiceMatch icmp(int type, int code) {
    return new ServiceMatch(Protocol.ICMP, PortSet.ALL, type, code);
  }

  @Test
  void icmpServicesMeetIfTypeAndCodeDo() {
    assertThat(ServiceOverlap.meet(icmp(3, 4), icmp(3, 4))).isTrue();
    assertThat(ServiceOverlap.meet(icmp(3, 4), icmp(3, -1))).isTrue();
    assertThat(ServiceOverlap.meet(icmp(3, 4), icmp(-1, -1))).isTrue();
    assertThat(ServiceOverlap.meet(icmp(3, 4), icmp(3, 1))).isFalse();
    assertThat(ServiceOverlap.meet(icmp(3, 4), icmp(8, -1))).isFalse();
  }

  @Test
  void commonPortsAreThoseOfBoth() {
    assertThat(ServiceOverlap.common(PortSet.parse("1-10,20"), PortSet.parse("5-20")))
        .isEqualTo(PortSet.parse("5-10,20"));
  }
}
