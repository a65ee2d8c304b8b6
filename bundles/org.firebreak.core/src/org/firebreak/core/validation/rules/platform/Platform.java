package org.firebreak.core.validation.rules.platform;

import static org.firebreak.core.validation.rules.platform.Platform.Lack.APPLICATION;
import static org.firebreak.core.validation.rules.platform.Platform.Lack.DENY;
import static org.firebreak.core.validation.rules.platform.Platform.Lack.ICMP_TYPE;
import static org.firebreak.core.validation.rules.platform.Platform.Lack.LOG;
import static org.firebreak.core.validation.rules.platform.Platform.Lack.THREATS;
import static org.firebreak.model.EnforcementKind.CENTRAL;
import static org.firebreak.model.EnforcementKind.HOST;
import static org.firebreak.model.Protocol.ESP;
import static org.firebreak.model.Protocol.GRE;
import static org.firebreak.model.Protocol.ICMP;
import static org.firebreak.model.Protocol.ICMPV6;
import static org.firebreak.model.Protocol.SCTP;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Protocol;

/**
 * Enforcement platforms and what they cannot express. A platform is only said to lack what its
 * documentation or its schema says it lacks.
 */
enum Platform {
  NFTABLES(
      "nftables",
      "nftables",
      List.of("nft", "linux"),
      EnumSet.of(CENTRAL, HOST),
      EnumSet.of(APPLICATION, THREATS),
      Set.of()),
  IPTABLES(
      "iptables",
      "iptables",
      List.of("ipset", "ip6tables"),
      EnumSet.of(CENTRAL, HOST),
      EnumSet.of(APPLICATION, THREATS),
      Set.of()),
  PANOS(
      "panos",
      "PAN-OS",
      List.of("pan-os", "paloalto", "palo alto", "palo alto networks"),
      EnumSet.of(CENTRAL, HOST),
      EnumSet.noneOf(Lack.class),
      Set.of()),
  PANOS_VM(
      "panos-vm",
      "PAN-OS VM-Series",
      List.of("vm-series", "panos vm", "palo alto vm-series"),
      EnumSet.of(HOST),
      EnumSet.noneOf(Lack.class),
      Set.of()),
  NSX(
      "nsx",
      "VMware NSX",
      List.of("nsx-t", "nsxt", "vmware nsx", "nsx dfw"),
      EnumSet.of(HOST),
      EnumSet.noneOf(Lack.class),
      Set.of()),
  ACI(
      "aci",
      "Cisco ACI",
      List.of("cisco aci", "cisco-aci", "apic"),
      EnumSet.of(HOST),
      EnumSet.noneOf(Lack.class),
      Set.of()),
  KUBERNETES(
      "kubernetes",
      "Kubernetes NetworkPolicy",
      List.of("k8s", "networkpolicy"),
      EnumSet.of(HOST),
      EnumSet.of(DENY, LOG, APPLICATION, THREATS),
      Set.of(ICMP, ICMPV6, ESP, GRE)),
  CLUSTER_NETWORK_POLICY(
      "cluster-network-policy",
      "ClusterNetworkPolicy",
      List.of("adminnetworkpolicy", "admin-network-policy"),
      EnumSet.of(HOST),
      EnumSet.of(LOG, APPLICATION, THREATS),
      Set.of(ICMP, ICMPV6, ESP, GRE)),
  CALICO(
      "calico",
      "Calico",
      List.of("project calico"),
      EnumSet.of(HOST),
      EnumSet.of(THREATS),
      Set.of()),
  CILIUM("cilium", "Cilium", List.of(), EnumSet.of(HOST), EnumSet.of(THREATS), Set.of(ESP, GRE)),
  AWS(
      "aws",
      "AWS security groups",
      List.of("aws security groups", "security groups", "ec2"),
      EnumSet.of(HOST),
      EnumSet.of(DENY, LOG, APPLICATION, THREATS),
      Set.of()),
  AZURE(
      "azure",
      "Azure network security groups",
      List.of("azure nsg", "nsg"),
      EnumSet.of(HOST),
      EnumSet.of(LOG, APPLICATION, THREATS, ICMP_TYPE),
      Set.of(SCTP, GRE)),
  GCP(
      "gcp",
      "Google Cloud VPC firewall",
      List.of("google", "google cloud"),
      EnumSet.of(HOST),
      EnumSet.of(APPLICATION, THREATS, ICMP_TYPE),
      Set.of()),
  WINDOWS(
      "windows",
      "Windows Defender Firewall",
      List.of("windows firewall", "defender"),
      EnumSet.of(HOST),
      EnumSet.of(LOG, THREATS),
      Set.of());

  /** What some platforms cannot do. */
  enum Lack {
    /** Rules that deny, before others permit; without them nothing can be alerted on its own. */
    DENY,
    /** A log entry by rule. */
    LOG,
    /** Application identification. */
    APPLICATION,
    /** Intrusion prevention and anti-malware. */
    THREATS,
    /** ICMP type and code. */
    ICMP_TYPE
  }

  private final String id;
  private final String title;
  private final List<String> aliases;
  private final Set<EnforcementKind> kinds;
  private final Set<Lack> lacks;
  private final Set<Protocol> foreign;

  Platform(
      String id,
      String title,
      List<String> aliases,
      Set<EnforcementKind> kinds,
      Set<Lack> lacks,
      Set<Protocol> foreign) {
    this.id = id;
    this.title = title;
    this.aliases = aliases;
    this.kinds = kinds;
    this.lacks = lacks;
    this.foreign = foreign;
  }

  /** The platform with that id, title or alias, whatever the case; empty for unknown ones. */
  static Optional<Platform> named(String name) {
    String wanted = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            each ->
                each.id.equals(wanted)
                    || each.title.toLowerCase(Locale.ROOT).equals(wanted)
                    || each.aliases.contains(wanted))
        .findFirst();
  }

  /** Every name under which a platform is known. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Platform each : values()) {
      names.add(each.id);
      names.add(each.title);
      names.addAll(each.aliases);
    }
    return names;
  }

  /** The known ones of several names. */
  static Set<Platform> named(Collection<String> names) {
    Set<Platform> platforms = EnumSet.noneOf(Platform.class);
    names.forEach(name -> named(name).ifPresent(platforms::add));
    return platforms;
  }

  /** Identifier in profiles and options. */
  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** Whether it can enforce at central firewalls, or at hosts. */
  boolean enforces(EnforcementKind kind) {
    return kinds.contains(kind);
  }

  boolean lacks(Lack what) {
    return lacks.contains(what);
  }

  /** Whether rules can name the protocol. */
  boolean knows(Protocol protocol) {
    return !foreign.contains(protocol);
  }
}
