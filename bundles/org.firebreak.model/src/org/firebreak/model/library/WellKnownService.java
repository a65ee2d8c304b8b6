package org.firebreak.model.library;

import java.util.List;
import java.util.Objects;
import org.firebreak.model.Encryption;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;

/**
 * One service of the library.
 *
 * @param name lower-case name; unique together with the protocol
 * @param protocol transport protocol
 * @param ports destination ports: a port, a range {@code a-b}, or several separated by commas;
 *     empty if the protocol has none
 * @param icmpType ICMP or ICMPv6 type; null for every type
 * @param icmpCode ICMP or ICMPv6 code; null for every code
 * @param encryption what the protocol does on these ports by default; unknown where it is
 *     negotiated or depends on the configuration
 * @param application PAN-OS App-ID; null unless a public source confirms the name
 * @param category kind of service, one of {@link ServiceLibrary#categories()}
 * @param description what it is for, in a sentence
 * @param aliases other names by which people write it, lower case
 */
public record WellKnownService(
    String name,
    Protocol protocol,
    String ports,
    Integer icmpType,
    Integer icmpCode,
    Encryption encryption,
    String application,
    String category,
    String description,
    List<String> aliases) {

  /** Copies the aliases; only the ICMP fields and the application may be null. */
  public WellKnownService {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(ports, "ports");
    Objects.requireNonNull(encryption, "encryption");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(description, "description");
    aliases = List.copyOf(aliases);
  }

  /**
   * A new model element with these facts, for a design that does not have the service yet.
   *
   * @return a service with a fresh id, contained nowhere
   */
  public Service toService() {
    Service service = NewElements.service(name);
    service.setDescription(description);
    service.setProtocol(protocol);
    service.setPorts(ports);
    service.setIcmpType(icmpType);
    service.setIcmpCode(icmpCode);
    service.setEncryption(encryption);
    service.setApplication(application);
    service.setCategory(category);
    return service;
  }
}
