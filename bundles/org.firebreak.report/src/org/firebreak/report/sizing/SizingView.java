package org.firebreak.report.sizing;

import java.util.List;

/**
 * The content of a firewall sizing report; every figure is text with its unit.
 *
 * @param strategy strategy in force
 * @param firewalls each central firewall
 * @param hosts figures of enforcement at the hosts; empty if no host enforces anything
 * @param virtualFirewalls what inspection in a virtual firewall on each host would take
 * @param fabric load of the fabric with the detour through central firewalls
 * @param flows every flow with its traffic
 * @param missing flows whose traffic is not fully known
 * @param missingShare share of such flows
 * @param parameters parameters in use
 * @param assumptions what was assumed
 */
public record SizingView(
    String title,
    String revision,
    String evaluationDate,
    String strategy,
    List<FirewallView> firewalls,
    List<Line> hosts,
    List<VirtualRow> virtualFirewalls,
    String fabric,
    List<FlowRow> flows,
    List<MissingRow> missing,
    String missingShare,
    List<ParameterRow> parameters,
    List<String> assumptions) {

  /** A figure with how it is calculated. */
  public record Line(String label, String value, String explanation) {}

  /**
   * A central firewall.
   *
   * @param summary the result in a sentence
   * @param chosen check of the appliance that the design names; {@code null} for none
   */
  public record FirewallView(
      String name,
      String redundancy,
      String summary,
      List<Line> figures,
      ApplianceView chosen,
      List<ApplianceView> adequate,
      List<ApplianceView> needsVendorTest,
      List<ApplianceView> inadequate,
      int inadequateCount) {}

  /** An appliance against the demand. */
  public record ApplianceView(
      String name,
      String verdict,
      String utilisation,
      String outgrown,
      String binding,
      List<String> reasons,
      String confidence,
      String source) {}

  /** A virtual firewall on each host. */
  public record VirtualRow(String name, int today, int instances, int vcpus) {}

  /** A flow. */
  public record FlowRow(
      String name,
      String enforcedAt,
      String peak,
      String connections,
      String duration,
      String packet,
      String inspection) {}

  /** A flow without a full estimate. */
  public record MissingRow(String name, String figures) {}

  /** A parameter. */
  public record ParameterRow(String label, String value, boolean assumed, String description) {}
}
