package org.firebreak.imports.matrix;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.service.ServiceSyntax;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.spi.ServiceFact;
import org.firebreak.model.Protocol;

/**
 * The cells of protocol and port as services: {@code tcp} with {@code 443}, {@code 8000-8010},
 * {@code 80,443}, {@code https} or {@code any}; {@code icmp} with a type; {@code tcp/udp}; numbers
 * for protocols; {@code tcp/443} in one cell.
 */
final class ServiceTexts {
  private static final Set<String> EVERY = Set.of("any", "all", "*");
  private static final Pattern SEPARATORS = Pattern.compile("[,;\\n]");
  private static final Pattern PREFIXED = Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\s*[/:]\\s*(.+)");
  private static final Pattern SUFFIXED =
      Pattern.compile("([0-9–-]+)\\s*/\\s*([A-Za-z][A-Za-z0-9]*)");

  private ServiceTexts() {}

  /**
   * What the cell of the port states.
   *
   * @param protocols what the cell of the protocol states; empty if it is blank
   * @throws IllegalArgumentException if they do not make services; the message names the mend
   */
  static List<ServiceFact> parse(Set<Protocol> protocols, String portText) {
    Set<ServiceFact> facts = new LinkedHashSet<>();
    String text = CleanText.strip(portText);
    if (text.isEmpty()) {
      facts.addAll(withoutPort(protocols));
    }
    Collector collector = new Collector(facts);
    for (String part : text.isEmpty() ? new String[0] : SEPARATORS.split(text)) {
      String item = CleanText.strip(part);
      if (!item.isEmpty()) {
        collector.add(protocols, item);
      }
    }
    collector.finish();
    if (facts.isEmpty()) {
      throw new IllegalArgumentException(
          CleanText.quote(portText) + " names no port; write a number, a-b, a service or any");
    }
    return List.copyOf(facts);
  }

  /**
   * What the cell of the protocol states.
   *
   * @throws IllegalArgumentException if it is no protocol; the message names the mend
   */
  static Set<Protocol> protocols(String text) {
    EnumSet<Protocol> protocols = EnumSet.noneOf(Protocol.class);
    for (String part : CleanText.strip(text).split("[/,;+&\\s]+")) {
      if (part.isEmpty() || part.equalsIgnoreCase("and") || part.equalsIgnoreCase("or")) {
        continue;
      }
      Optional<Protocol> protocol = ServiceSyntax.protocol(part);
      if (protocol.isEmpty()) {
        throw new IllegalArgumentException(
            CleanText.quote(text)
                + " is no protocol that is known; write tcp, udp, icmp, icmpv6, sctp, esp, gre, any"
                + " or several joined by a slash");
      }
      protocols.add(protocol.get());
    }
    return protocols;
  }

  private static List<ServiceFact> withoutPort(Set<Protocol> protocols) {
    if (protocols.isEmpty()) {
      throw new IllegalArgumentException(
          "neither protocol nor port is given; write any twice to permit everything");
    }
    for (Protocol protocol : protocols) {
      if (ServiceSyntax.hasPorts(protocol)) {
        throw new IllegalArgumentException(
            protocol.getLiteral() + " needs a port; write any to permit every port");
      }
    }
    return protocols.stream().map(ServiceTexts::every).toList();
  }

  private static ServiceFact every(Protocol protocol) {
    return new ServiceFact.Exact(ServiceMatch.of(protocol, PortSet.ALL));
  }

  /** Gathers the items of a list. */
  private static final class Collector {
    private final Set<ServiceFact> facts;

    Collector(Set<ServiceFact> facts) {
      this.facts = facts;
    }

    void add(Set<Protocol> protocols, String item) {
      Matcher prefixed = PREFIXED.matcher(item);
      Matcher suffixed = SUFFIXED.matcher(item);
      if (prefixed.matches() && isProtocol(prefixed.group(1))) {
        addBare(narrowed(protocols, prefixed.group(1), item), CleanText.strip(prefixed.group(2)));
      } else if (suffixed.matches() && isProtocol(suffixed.group(2))) {
        addBare(narrowed(protocols, suffixed.group(2), item), suffixed.group(1));
      } else {
        addBare(protocols, item);
      }
    }

    private void addBare(Set<Protocol> protocols, String item) {
      if (EVERY.contains(item.toLowerCase(Locale.ROOT))) {
        (protocols.isEmpty() ? EnumSet.of(Protocol.ANY) : protocols)
            .forEach(protocol -> facts.add(every(protocol)));
      } else if (Character.isDigit(item.charAt(0)) && isNumeric(item)) {
        addNumbers(protocols, item);
      } else {
        addName(protocols, item);
      }
    }

    private static boolean isNumeric(String item) {
      return item.chars().allMatch(c -> c >= '0' && c <= '9' || " -–/:".indexOf(c) >= 0);
    }

    private static boolean isProtocol(String text) {
      return ServiceSyntax.protocol(text).isPresent();
    }

    private static Set<Protocol> narrowed(Set<Protocol> protocols, String name, String item) {
      Protocol protocol = ServiceSyntax.protocol(name).orElseThrow();
      if (!protocols.isEmpty() && !protocols.contains(protocol)) {
        throw new IllegalArgumentException(
            CleanText.quote(item)
                + " contradicts the protocol "
                + protocols.stream().map(Protocol::getLiteral).collect(Collectors.joining("/")));
      }
      return EnumSet.of(protocol);
    }

    private void addNumbers(Set<Protocol> protocols, String item) {
      if (protocols.isEmpty()) {
        throw new IllegalArgumentException(
            "a port without protocol: " + CleanText.quote(item) + "; write tcp, udp or tcp/udp");
      }
      for (Protocol protocol : protocols) {
        switch (protocol) {
          case TCP, UDP, SCTP ->
              facts.add(
                  new ServiceFact.Exact(ServiceMatch.of(protocol, ServiceSyntax.ports(item))));
          case ICMP, ICMPV6 -> facts.add(new ServiceFact.Exact(ServiceSyntax.icmp(protocol, item)));
          case ANY ->
              throw new IllegalArgumentException(
                  "the port "
                      + CleanText.quote(item)
                      + " needs a protocol that has ports; write tcp/udp");
          default ->
              throw new IllegalArgumentException(
                  protocol.getLiteral() + " has no ports; leave the port blank");
        }
      }
    }

    private void addName(Set<Protocol> protocols, String item) {
      String problem = CleanText.nameProblem(item);
      if (problem != null) {
        throw new IllegalArgumentException(CleanText.quote(item) + " " + problem);
      }
      Set<Protocol> stated = protocols.contains(Protocol.ANY) ? Set.of() : protocols;
      facts.add(new ServiceFact.Named(item, stated));
    }

    void finish() {
      // A list that holds a whole protocol needs nothing else of it.
      List<ServiceFact> whole = new ArrayList<>(facts);
      whole.removeIf(fact -> !(fact instanceof ServiceFact.Exact exact) || !isWhole(exact.match()));
      for (ServiceFact all : whole) {
        Protocol protocol = ((ServiceFact.Exact) all).match().protocol();
        facts.removeIf(
            fact ->
                fact instanceof ServiceFact.Exact exact
                    && !fact.equals(all)
                    && (protocol == Protocol.ANY || exact.match().protocol() == protocol));
      }
    }

    private static boolean isWhole(ServiceMatch match) {
      return match.ports().isAll() && match.icmpType() < 0;
    }
  }
}
