package org.firebreak.core.validation.rules.platform;

import static org.firebreak.core.validation.rules.platform.PlatformLimit.Confidence.HIGH;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Confidence.LOW;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Confidence.MEDIUM;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Quantity.ADDRESSES;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Quantity.ENTRIES_PER_DIRECTION;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Quantity.LABEL;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Quantity.NAME;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Quantity.NETWORKS;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Quantity.PORTS;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Quantity.RULES_PER_DIRECTION;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Quantity.RULES_PER_FIREWALL;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Quantity.RULES_PER_HOST;
import static org.firebreak.core.validation.rules.platform.PlatformLimit.Quantity.ZONE_NAME;

import java.util.List;
import java.util.Optional;
import org.firebreak.core.service.PortSet;

/**
 * Where a platform ends.
 *
 * @param value the most that it takes
 * @param hard whether it refuses more; otherwise more is untested or unsupported
 * @param source where the figure was read
 */
record PlatformLimit(
    Platform platform,
    Quantity quantity,
    int value,
    Confidence confidence,
    boolean hard,
    String source) {
  /** What is counted. */
  enum Quantity {
    /** Characters of the name of an object. */
    NAME,
    /** Characters of the label or group by which servers are selected. */
    LABEL,
    /** Characters of the name of a firewall zone. */
    ZONE_NAME,
    /** Port values of one service entry; a range may count as two. */
    PORTS,
    /** Addresses of one group of addresses. */
    ADDRESSES,
    /** Blocks of one list of networks outside. */
    NETWORKS,
    /** Rules that apply to one host or one of its interfaces. */
    RULES_PER_HOST,
    /** Rules of one host in one direction. */
    RULES_PER_DIRECTION,
    /** Pairs of a port range and a peer of one host in one direction and IP version. */
    ENTRIES_PER_DIRECTION,
    /** Rules of one firewall, unless the catalogue knows its model better. */
    RULES_PER_FIREWALL
  }

  /** How sure a figure is; findings rest on high and medium ones alone. */
  enum Confidence {
    /** Read in the vendor's schema or documentation, or measured. */
    HIGH,
    /** From a tool near the vendor, or an older document. */
    MEDIUM,
    /** Remembered; to be verified. */
    LOW
  }

  private static final List<PlatformLimit> ALL =
      List.of(
          hard(Platform.NSX, NAME, 255, HIGH, "Terraform provider for NSX: display_name"),
          hard(Platform.NSX, PORTS, 15, HIGH, "NSX 4.2 Policy SDK: L4PortSetServiceEntry"),
          hard(Platform.NSX, NETWORKS, 4000, MEDIUM, "NSX 4.1 API: IPAddressList"),
          soft(Platform.NSX, RULES_PER_HOST, 4000, HIGH, "Broadcom KB 371437: rules per vNIC"),
          hard(Platform.PANOS, NAME, 63, HIGH, "PAN-OS 10.0 schema: object and rule names"),
          hard(Platform.PANOS, ZONE_NAME, 31, HIGH, "PAN-OS 10.0 schema: zone names"),
          hard(Platform.PANOS, ADDRESSES, 2500, HIGH, "PAN-OS: static members of a group"),
          soft(
              Platform.PANOS,
              RULES_PER_FIREWALL,
              65_000,
              MEDIUM,
              "PAN-OS maximum values of PA-5450 and PA-7080, October 2022"),
          hard(Platform.ACI, NAME, 64, HIGH, "ACI object model: EPG, ESG, contract, filter"),
          hard(Platform.NFTABLES, NAME, 255, HIGH, "nft 1.0.6, measured"),
          hard(Platform.KUBERNETES, LABEL, 63, HIGH, "Kubernetes: values of labels"),
          hard(Platform.CALICO, LABEL, 63, HIGH, "Kubernetes: values of labels"),
          hard(Platform.CALICO, PORTS, 50, HIGH, "Calico CRDs, mid-2026"),
          hard(Platform.CALICO, NETWORKS, 256, HIGH, "Calico CRDs, mid-2026"),
          hard(Platform.CALICO, RULES_PER_DIRECTION, 1024, HIGH, "Calico CRDs, mid-2026"),
          hard(Platform.CILIUM, LABEL, 63, HIGH, "Kubernetes: values of labels"),
          hard(Platform.CILIUM, PORTS, 40, HIGH, "Cilium CRDs: toPorts"),
          hard(Platform.AWS, LABEL, 255, MEDIUM, "CloudFormation: GroupName"),
          hard(
              Platform.AWS,
              ENTRIES_PER_DIRECTION,
              60,
              HIGH,
              "Amazon VPC quotas: rules of a security group, adjustable"),
          hard(Platform.AZURE, NAME, 80, LOW, "recollection"),
          hard(Platform.AZURE, ADDRESSES, 4000, HIGH, "Azure limits: IP configurations of an ASG"),
          hard(Platform.AZURE, NETWORKS, 4000, HIGH, "Azure limits: prefixes of an NSG"),
          hard(Platform.AZURE, RULES_PER_HOST, 1000, HIGH, "Azure limits: rules of an NSG"),
          hard(Platform.GCP, NAME, 63, HIGH, "Compute Engine API: names"),
          hard(Platform.GCP, NETWORKS, 256, MEDIUM, "ranges of a rule, as generators split them"),
          hard(Platform.GCP, PORTS, 256, MEDIUM, "ports of a rule, as generators split them"));

  private static PlatformLimit hard(
      Platform platform, Quantity quantity, int value, Confidence confidence, String source) {
    return new PlatformLimit(platform, quantity, value, confidence, true, source);
  }

  private static PlatformLimit soft(
      Platform platform, Quantity quantity, int value, Confidence confidence, String source) {
    return new PlatformLimit(platform, quantity, value, confidence, false, source);
  }

  /** The limit of a platform if it is known well enough to rest a finding on it. */
  static Optional<PlatformLimit> of(Platform platform, Quantity quantity) {
    return ALL.stream()
        .filter(each -> each.platform == platform && each.quantity == quantity)
        .filter(each -> each.confidence != LOW)
        .findFirst();
  }

  /** Values that the ports of a service take; NSX counts both ends of a range. */
  int portValues(PortSet ports) {
    return platform == Platform.NSX
        ? ports.ranges().stream().mapToInt(range -> range.size() == 1 ? 1 : 2).sum()
        : ports.ranges().size();
  }
}
