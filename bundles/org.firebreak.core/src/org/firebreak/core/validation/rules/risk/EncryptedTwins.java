package org.firebreak.core.validation.rules.risk;

import java.util.Map;
import java.util.Optional;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/** Which encrypted protocol does what one in clear text does. */
final class EncryptedTwins {
  private static final Map<String, String> TWINS =
      Map.ofEntries(
          Map.entry("telnet", "ssh"),
          Map.entry("rlogin", "ssh"),
          Map.entry("rsh", "ssh"),
          Map.entry("rexec", "ssh"),
          Map.entry("rsync", "ssh"),
          Map.entry("vnc", "ssh"),
          Map.entry("ftp", "ftps"),
          Map.entry("docker", "docker-tls"),
          Map.entry("libvirt", "libvirt-tls"),
          Map.entry("ldap", "ldaps"),
          Map.entry("global-catalog", "global-catalog-tls"),
          Map.entry("pop3", "pop3s"),
          Map.entry("imap", "imaps"),
          Map.entry("netbios-ssn", "smb"),
          Map.entry("http", "https"),
          Map.entry("http-alt", "https-alt"));

  private EncryptedTwins() {}

  /** The encrypted service of the library for one in clear text. */
  static Optional<WellKnownService> of(String clearText) {
    return Optional.ofNullable(TWINS.get(clearText))
        .flatMap(name -> ServiceLibrary.wellKnown().byName(name, Protocol.TCP));
  }

  static ServiceMatch match(WellKnownService service) {
    return ServiceMatch.of(service.protocol(), PortSet.parse(service.ports()));
  }

  /** The ports of a service of the library. */
  static PortSet ports(String name, Protocol protocol) {
    return ServiceLibrary.wellKnown()
        .byName(name, protocol)
        .map(service -> PortSet.parse(service.ports()))
        .orElse(PortSet.NONE);
  }
}
