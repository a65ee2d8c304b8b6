package org.firebreak.core.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firebreak.model.Design;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/**
 * Services as a person types them: {@code 443}, {@code https}, {@code tcp/8000-8010, udp/53},
 * {@code icmp/8}, {@code any}, and the names of services of the design. Several are separated by
 * commas; a comma without a space continues a list of ports.
 */
public final class ServiceEntry {
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[;\\n]\\s*|,\\s+|,(?!\\s*[0-9])");
  private static final Pattern PREFIXED =
      Pattern.compile("([A-Za-z][A-Za-z0-9]*|\\*)\\s*[/:]\\s*(.+)");
  private static final Pattern SUFFIXED =
      Pattern.compile("([0-9][0-9,–-]*)\\s*/\\s*([A-Za-z][A-Za-z0-9]*)");
  private static final Pattern NUMBERS = Pattern.compile("[0-9][0-9\\s,–-]*");

  private final Design design;
  private final ServiceLibrary library = ServiceLibrary.wellKnown();

  public ServiceEntry(Design design) {
    this.design = design;
  }

  /**
   * The services that a text names, each once, in its order: those of the design where it has them,
   * else new ones, which are contained nowhere yet. Blank is none.
   *
   * @throws IllegalArgumentException if the text is not understood; the message names the mend
   */
  public List<Service> parse(String text) {
    Map<Object, Service> services = new LinkedHashMap<>();
    for (String item : items(text)) {
      for (Service service : one(item)) {
        // Two items may ask for the same new service.
        services.putIfAbsent(service.eContainer() == null ? matchOf(service) : service, service);
      }
    }
    return List.copyOf(services.values());
  }

  /** The text that {@linkplain #parse names} the services. */
  public String format(List<Service> services) {
    return services.stream().map(this::format).collect(Collectors.joining(", "));
  }

  /** Where the item begins in which a caret stands, which a completion replaces. */
  public static int itemStart(String text, int caret) {
    int start = 0;
    Matcher separator = SEPARATOR.matcher(text);
    while (separator.find() && separator.end() <= caret) {
      start = separator.end();
    }
    return start;
  }

  private String format(Service service) {
    String name = service.getName() == null ? "" : service.getName().strip();
    ServiceMatch match = matchOf(service);
    boolean clear =
        !name.isEmpty() && items(name).size() == 1 && named(name, null).equals(List.of(service));
    return clear || match == null ? name : ServiceSyntax.write(match);
  }

  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    for (String item : SEPARATOR.split(text.strip())) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }

  private List<Service> one(String item) {
    List<Service> own = named(item, null);
    if (!own.isEmpty()) {
      return own;
    }
    if (NUMBERS.matcher(item).matches()) {
      return numbers(item);
    }
    Matcher suffixed = SUFFIXED.matcher(item);
    if (suffixed.matches() && ServiceSyntax.protocol(suffixed.group(2)).isPresent()) {
      return on(ServiceSyntax.protocol(suffixed.group(2)).get(), suffixed.group(1));
    }
    Matcher prefixed = PREFIXED.matcher(item);
    if (prefixed.matches() && ServiceSyntax.protocol(prefixed.group(1)).isPresent()) {
      return on(ServiceSyntax.protocol(prefixed.group(1)).get(), prefixed.group(2));
    }
    Optional<Protocol> bare = ServiceSyntax.protocol(item);
    return bare.isPresent() ? whole(bare.get()) : known(item, null);
  }

  private List<Service> whole(Protocol protocol) {
    if (ServiceSyntax.hasPorts(protocol)) {
      String name = protocol.getLiteral();
      throw new IllegalArgumentException(
          name + " needs a port: " + name + "/443, or " + name + "/any for every port");
    }
    return List.of(exactly(ServiceMatch.of(protocol, PortSet.ALL)));
  }

  private List<Service> on(Protocol protocol, String what) {
    if (ServiceSyntax.protocol(what).filter(Protocol.ANY::equals).isPresent()) {
      return List.of(exactly(ServiceMatch.of(protocol, PortSet.ALL)));
    }
    if (!Character.isDigit(what.charAt(0))) {
      List<Service> own = named(what, protocol);
      return own.isEmpty() ? known(what, protocol) : own;
    }
    return switch (protocol) {
      case TCP, UDP, SCTP -> ports(protocol, what);
      case ICMP, ICMPV6 -> List.of(exactly(ServiceSyntax.icmp(protocol, what)));
      default ->
          throw new IllegalArgumentException(
              protocol.getLiteral() + " has no ports; write it alone, or tcp/" + what);
    };
  }

  /** One service for the whole list if there is one, else one for each part. */
  private List<Service> ports(Protocol protocol, String list) {
    List<PortRange> ranges = new ArrayList<>();
    List<ServiceMatch> parts = new ArrayList<>();
    for (String part : list.split("\\s*,\\s*")) {
      PortSet ports = ServiceSyntax.ports(part.strip());
      ranges.addAll(ports.ranges());
      parts.add(ServiceMatch.of(protocol, ports));
    }
    ServiceMatch all = ServiceMatch.of(protocol, PortSet.of(ranges));
    return parts.size() == 1 || existing(all) != null || wellKnown(all).isPresent()
        ? List.of(exactly(all))
        : parts.stream().map(this::exactly).toList();
  }

  /** Ports without a protocol: the usual service there, of the design or the library, else TCP. */
  private List<Service> numbers(String list) {
    List<Service> services = new ArrayList<>();
    for (String part : list.split("\\s*,\\s*")) {
      PortSet ports = ServiceSyntax.ports(part.strip());
      services.add(usual(ports));
    }
    return services;
  }

  private Service usual(PortSet ports) {
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
      Service own = existing(ServiceMatch.of(protocol, ports));
      if (own != null) {
        return own;
      }
    }
    return library.all().stream()
        .filter(known -> ServiceSyntax.hasPorts(known.protocol()))
        .filter(known -> PortSet.parse(known.ports()).equals(ports))
        .findFirst()
        .map(WellKnownService::toService)
        .orElseGet(() -> exactly(ServiceMatch.of(Protocol.TCP, ports)));
  }

  private Service exactly(ServiceMatch match) {
    Service own = existing(match);
    return own != null
        ? own
        : wellKnown(match).map(WellKnownService::toService).orElseGet(() -> made(match));
  }

  private static Service made(ServiceMatch match) {
    Service service = NewElements.service(ServiceSyntax.name(match));
    service.setProtocol(match.protocol());
    service.setPorts(match.ports().isAll() ? "" : match.ports().toString());
    service.setIcmpType(match.icmpType() < 0 ? null : match.icmpType());
    service.setIcmpCode(match.icmpCode() < 0 ? null : match.icmpCode());
    return service;
  }

  private Service existing(ServiceMatch match) {
    for (Service service : design.getServices()) {
      if (match.equals(matchOf(service))) {
        return service;
      }
    }
    return null;
  }

  /** The first entry of the table is the usual one. */
  private Optional<WellKnownService> wellKnown(ServiceMatch match) {
    return library.all().stream()
        .filter(known -> known.protocol() == match.protocol())
        .filter(known -> match.equals(matchOf(known.toService())))
        .findFirst();
  }

  /**
   * @param protocol null for any
   */
  private List<Service> named(String name, Protocol protocol) {
    List<Service> named = new ArrayList<>();
    for (Service service : design.getServices()) {
      boolean same = service.getName() != null && service.getName().strip().equalsIgnoreCase(name);
      if (same && (protocol == null || protocol == service.getProtocol())) {
        named.add(service);
      }
    }
    return named;
  }

  private List<Service> known(String name, Protocol protocol) {
    List<Service> services = new ArrayList<>();
    for (WellKnownService known : library.allByName(name)) {
      if (protocol == null || protocol == known.protocol()) {
        Service fresh = known.toService();
        Service own = existing(matchOf(fresh));
        services.add(own == null ? fresh : own);
      }
    }
    if (services.isEmpty()) {
      throw new IllegalArgumentException(unknown(name));
    }
    return services;
  }

  private String unknown(String name) {
    String nearest = Spelling.nearest(name, names());
    String mend = nearest == null ? "" : "did you mean " + nearest + "? Or ";
    return "no service is called "
        + ServiceSyntax.quote(name)
        + "; "
        + mend
        + "write its port: 443 or tcp/8000-8010";
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    design.getServices().forEach(service -> names.add(String.valueOf(service.getName())));
    library.all().forEach(known -> names.add(known.name()));
    library.all().forEach(known -> names.addAll(known.aliases()));
    return names;
  }

  /** What a service covers; null if it is not valid, which validation reports. */
  static ServiceMatch matchOf(Service service) {
    try {
      return ServiceMatch.of(service);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** For a search: the name in lower case. */
  static String key(String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }
}
