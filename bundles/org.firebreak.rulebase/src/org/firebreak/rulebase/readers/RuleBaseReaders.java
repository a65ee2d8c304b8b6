package org.firebreak.rulebase.readers;

import java.util.List;
import java.util.Optional;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.aci.AciReader;
import org.firebreak.rulebase.aws.AwsReader;
import org.firebreak.rulebase.azure.AzureReader;
import org.firebreak.rulebase.gcp.GcpReader;
import org.firebreak.rulebase.iptables.IptablesReader;
import org.firebreak.rulebase.kubernetes.Family;
import org.firebreak.rulebase.kubernetes.KubernetesReader;
import org.firebreak.rulebase.nftables.NftablesReader;
import org.firebreak.rulebase.nsx.NsxReader;
import org.firebreak.rulebase.panos.PanOsRuleBaseReader;
import org.firebreak.rulebase.windows.WindowsReader;

/** The platforms whose rule bases can be read. */
public final class RuleBaseReaders {
  private static final List<RuleBaseReader> ALL =
      List.of(
          new NftablesReader(),
          new IptablesReader(),
          new NsxReader(),
          new AciReader(),
          new KubernetesReader(Family.KUBERNETES),
          new KubernetesReader(Family.CILIUM),
          new KubernetesReader(Family.CALICO),
          new KubernetesReader(Family.CLUSTER),
          new AwsReader(),
          PanOsRuleBaseReader.central(),
          PanOsRuleBaseReader.hosts(),
          new WindowsReader(),
          new AzureReader(),
          new GcpReader());

  private RuleBaseReaders() {}

  /** Every reader, in a fixed order. */
  public static List<RuleBaseReader> all() {
    return ALL;
  }

  /** The reader of a platform; empty if its rule bases cannot be read. */
  public static Optional<RuleBaseReader> of(String platform) {
    return ALL.stream().filter(reader -> reader.id().equals(platform)).findFirst();
  }
}
