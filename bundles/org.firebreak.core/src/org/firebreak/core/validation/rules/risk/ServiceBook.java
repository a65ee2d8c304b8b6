package org.firebreak.core.validation.rules.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.KnownServices;
import org.firebreak.model.Encryption;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/** What the services of a design are used for, as far as design and library tell. */
final class ServiceBook {
  private static final String ADMINISTRATION = "administration";
  private static final String DATABASE = "database";

  /** Not administration by category, but sessions or files of administrators in the clear. */
  private static final Set<String> CLEAR_TEXT_TOO =
      Set.of("ftp", "tftp", "docker", "libvirt", "rabbitmq-management");

  /** Of the category, but neither password nor session crosses the network. */
  private static final Set<String> HARMLESS = Set.of("wake-on-lan", "wsus");

  /** The ports of its displays serve much else, so the design must call it by its name. */
  private static final String DISPLAY = "x11";

  private static final Set<String> CREDENTIALS =
      Set.of("ldap", "global-catalog", "pop3", "imap", "snmp", "netbios-ssn", "rsync");

  private static final Set<String> WEB = Set.of("http", "http-alt");

  private static final Set<String> ADMINISTRATIVE =
      Set.of(
          "ssh",
          "telnet",
          "telnets",
          "rdp",
          "winrm",
          "winrm-https",
          "vnc",
          "vnc-http",
          "rlogin",
          "rsh",
          "rexec",
          "ipmi",
          "ilo-console",
          "radmin",
          "dameware",
          "webmin",
          "netconf",
          "netconf-tls",
          "gnmi",
          "smart-install",
          "adws",
          "nutanix-prism",
          "mssql-dac",
          "vmware-auth",
          "vcenter-appliance",
          "vmconnect",
          "libvirt",
          "libvirt-tls",
          "proxmox",
          "docker",
          "docker-tls");

  /** Names by which designs say that only files are copied through port 22. */
  private static final Set<String> FILE_COPIES = Set.of("sftp", "scp", "git", "git-ssh");

  /** Databases of what can be had elsewhere too, or that only tell where another is. */
  private static final Set<String> CACHES =
      Set.of(
          "redis",
          "redis-tls",
          "redis-sentinel",
          "memcached",
          "elasticsearch",
          "solr",
          "influxdb",
          "mssql-browser");

  /**
   * What one service is used for; {@code null} where it is not.
   *
   * @param clearText administration in clear text
   * @param credentials passwords in clear text, no administration
   * @param web pages in clear text, which matter where administrators log on
   * @param administration administration of any kind
   * @param database what databases speak
   * @param cache whether the database only keeps what can be had elsewhere
   */
  record Use(
      String clearText,
      String credentials,
      String web,
      String administration,
      String database,
      boolean cache) {
    private static final Use NONE = new Use(null, null, null, null, null, false);
  }

  private final Map<String, Use> byId = new HashMap<>();

  private ServiceBook(ValidationContext context) {
    int most = context.profile().limit(Threshold.MAX_PORT_RANGE);
    for (Service service : context.design().getServices()) {
      String id = context.ref(service).id();
      try {
        byId.put(id, use(service, ServiceMatch.of(service), most));
      } catch (IllegalArgumentException e) {
        byId.put(id, Use.NONE); // an invalid service covers nothing; another rule reports it
      }
    }
  }

  static ServiceBook of(ValidationContext context) {
    return context.shared(ServiceBook.class, ServiceBook::new);
  }

  Use use(PolicyService service) {
    return byId.getOrDefault(service.ref().id(), Use.NONE);
  }

  /** Wider services are reported for their width; which of the ports is meant is unknown. */
  private static Use use(Service service, ServiceMatch match, int most) {
    List<List<WellKnownService>> ports = KnownServices.meanings(service, match, most);
    if (ports.isEmpty() && service.getCategory() == null) {
      return Use.NONE;
    }
    boolean clear = service.getEncryption() != Encryption.ENCRYPTED;
    String clearText = clear ? clearText(service, ports) : null;
    boolean other = clear && clearText == null;
    Optional<WellKnownService> database =
        KnownServices.find(ports, each -> each.category().equals(DATABASE));
    return new Use(
        clearText,
        other ? find(ports, ServiceBook::isCredentials) : null,
        other ? named(ports, WEB) : null,
        administration(service, ports),
        database
            .map(WellKnownService::name)
            .orElse(ports.isEmpty() && isOf(service, DATABASE) ? service.getName() : null),
        database.map(each -> CACHES.contains(each.name())).orElse(false));
  }

  private static String clearText(Service service, List<List<WellKnownService>> ports) {
    if (service.getEncryption() == Encryption.CLEAR_TEXT
        && isOf(service, ADMINISTRATION)
        && named(ports, HARMLESS) == null) {
      return String.valueOf(service.getName());
    }
    return find(
        ports,
        each ->
            isClearTextAdministration(each) && (!each.name().equals(DISPLAY) || isX11(service)));
  }

  private static boolean isX11(Service service) {
    return ServiceLibrary.wellKnown()
        .byName(String.valueOf(service.getName()))
        .map(known -> known.name().equals(DISPLAY))
        .orElse(false);
  }

  private static boolean isClearTextAdministration(WellKnownService service) {
    return service.encryption() == Encryption.CLEAR_TEXT
        && !HARMLESS.contains(service.name())
        && (service.category().equals(ADMINISTRATION) || CLEAR_TEXT_TOO.contains(service.name()));
  }

  /** Over UDP the directory only says where it is; nobody logs on. */
  private static boolean isCredentials(WellKnownService service) {
    return CREDENTIALS.contains(service.name())
        && !(service.name().equals("ldap") && service.protocol() == Protocol.UDP);
  }

  private static String administration(Service service, List<List<WellKnownService>> ports) {
    String name = named(ports, ADMINISTRATIVE);
    if (name == null) {
      return ports.isEmpty() && isOf(service, ADMINISTRATION) ? service.getName() : null;
    }
    String own = String.valueOf(service.getName()).strip().toLowerCase(Locale.ROOT);
    return name.equals("ssh") && FILE_COPIES.contains(own) ? null : name;
  }

  private static boolean isOf(Service service, String category) {
    return service.getCategory() != null
        && service.getCategory().strip().equalsIgnoreCase(category);
  }

  private static String named(List<List<WellKnownService>> ports, Set<String> names) {
    return find(ports, each -> names.contains(each.name()));
  }

  private static String find(List<List<WellKnownService>> ports, Predicate<WellKnownService> kind) {
    return KnownServices.find(ports, kind).map(WellKnownService::name).orElse(null);
  }
}
