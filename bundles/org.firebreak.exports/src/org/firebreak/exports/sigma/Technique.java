package org.firebreak.exports.sigma;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;

/** Remote services of MITRE ATT&CK (technique T1021) by their ports. */
enum Technique {
  RDP("001", PortRange.of(3389)),
  SMB("002", PortRange.of(445), PortRange.of(139)),
  SSH("004", PortRange.of(22)),
  VNC("005", PortRange.of(5900, 5999)),
  WINRM("006", PortRange.of(5985, 5986));

  private static final String LATERAL_MOVEMENT = "attack.lateral-movement";

  /** A service of more ports than this may be anything. */
  private static final int FEW_PORTS = 100;

  private final String number;
  private final Intervals ports;

  Technique(String number, PortRange... ranges) {
    this.number = number;
    List<Intervals> parts = new ArrayList<>();
    for (PortRange range : ranges) {
      parts.add(ServiceLine.of(IpProtocols.TCP, range));
    }
    this.ports = Intervals.union(parts);
  }

  /** The tags of a rule on these services: the tactic, then the techniques. */
  static List<String> tags(List<PolicyService> services) {
    List<String> tags = new ArrayList<>(List.of(LATERAL_MOVEMENT));
    List<Intervals> lines =
        services.stream()
            .map(service -> ServiceLine.of(service.match()))
            .filter(line -> line.size() <= FEW_PORTS)
            .toList();
    for (Technique technique : values()) {
      if (lines.stream().anyMatch(technique.ports::intersects)) {
        tags.add("attack.t1021." + technique.number);
      }
    }
    return tags;
  }
}
