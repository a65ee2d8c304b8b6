package org.firebreak.exports.suricata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortRange;
import org.firebreak.model.Protocol;

/** Applications for administration that Suricata knows by what is said, on any port. */
enum Application {
  SSH("ssh", "SSH", "ssh", "ssh|sftp|scp", PortRange.of(22)),
  TELNET("telnet", "Telnet", "telnet", "telnet", PortRange.of(23)),
  RDP("rdp", "RDP", "ms-rdp", "rdp|remote desktop", PortRange.of(3389)),
  SMB("smb", "SMB", "ms-ds-smb", "smb|cifs", PortRange.of(445), PortRange.of(139)),
  VNC("rfb", "VNC", "vnc", "vnc|rfb", PortRange.of(5900, 5999)),
  FTP("ftp", "FTP", "ftp", "ftp", PortRange.of(21));

  /** A service of more ports than this may carry anything. */
  private static final int FEW_PORTS = 100;

  /** Protocol in the header of rules. */
  final String protocol;

  final String title;
  private final String appId;
  private final Pattern words;
  private final List<PortRange> ports;

  Application(String protocol, String title, String appId, String words, PortRange... ports) {
    this.protocol = protocol;
    this.title = title;
    this.appId = appId;
    this.words = Pattern.compile("\\b(" + words + ")");
    this.ports = List.of(ports);
  }

  /** The mark of connections that may carry the application. */
  String mark() {
    return "firebreak." + protocol;
  }

  /** Whether a service is this application: by its App-ID, else by its ports or its name. */
  boolean is(PolicyService service) {
    if (service.match().protocol() != Protocol.TCP) {
      return false;
    }
    if (service.application() != null && !service.application().isBlank()) {
      return service.application().strip().toLowerCase(Locale.ROOT).startsWith(appId);
    }
    return service.match().ports().ranges().stream()
                .anyMatch(range -> ports.stream().anyMatch(own -> overlap(own, range)))
            && !mayBeAnything(service)
        || words.matcher(service.ref().name().toLowerCase(Locale.ROOT)).find();
  }

  private static boolean overlap(PortRange left, PortRange right) {
    return left.first() <= right.last() && right.first() <= left.last();
  }

  /** The applications that a service is. */
  static Set<Application> of(PolicyService service) {
    Set<Application> found = java.util.EnumSet.noneOf(Application.class);
    Arrays.stream(values()).filter(each -> each.is(service)).forEach(found::add);
    return found;
  }

  /** Whether a service leaves open what it carries. */
  static boolean mayBeAnything(PolicyService service) {
    return service.match().ports().size() > FEW_PORTS;
  }
}
