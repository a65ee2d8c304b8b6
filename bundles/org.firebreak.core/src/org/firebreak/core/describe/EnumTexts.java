package org.firebreak.core.describe;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.common.util.Enumerator;
import org.firebreak.model.Encryption;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.HaMode;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.Segmentation;
import org.firebreak.model.StrategyKind;

/** Words for the literals of enumerations. */
final class EnumTexts {
  /** The ones whose words are not just the literal with a capital and without hyphens. */
  private static final Map<Enumerator, String> SPECIAL = new HashMap<>();

  static {
    SPECIAL.put(Segmentation.INHERIT, "Inherited");
    SPECIAL.put(Segmentation.GROUP, "Group segmentation");
    SPECIAL.put(Segmentation.MICRO, "Microsegmentation");
    SPECIAL.put(StrategyKind.GROUP, "Group segmentation");
    SPECIAL.put(StrategyKind.MICRO, "Microsegmentation");
    SPECIAL.put(StrategyKind.HYBRID, "Hybrid");
    SPECIAL.put(Protocol.TCP, "TCP");
    SPECIAL.put(Protocol.UDP, "UDP");
    SPECIAL.put(Protocol.ICMP, "ICMP");
    SPECIAL.put(Protocol.ICMPV6, "ICMPv6");
    SPECIAL.put(Protocol.SCTP, "SCTP");
    SPECIAL.put(Protocol.ESP, "ESP");
    SPECIAL.put(Protocol.GRE, "GRE");
    SPECIAL.put(Protocol.ANY, "Any protocol");
    SPECIAL.put(Encryption.CLEAR_TEXT, "Clear text");
    SPECIAL.put(Inspection.LAYER_4, "Stateful filtering (layer 4)");
    SPECIAL.put(Inspection.APPLICATION, "Application identification");
    SPECIAL.put(Inspection.THREAT_PREVENTION, "Threat prevention");
    SPECIAL.put(Inspection.THREAT_PREVENTION_TLS, "Threat prevention with TLS decryption");
    SPECIAL.put(Inspection.EXEMPT, "Exempt from inspection");
    SPECIAL.put(EnforcementKind.CENTRAL, "Central firewall");
    SPECIAL.put(EnforcementKind.HOST, "Hosts");
    SPECIAL.put(HaMode.ACTIVE_PASSIVE, "Active/passive");
    SPECIAL.put(HaMode.ACTIVE_ACTIVE, "Active/active");
    SPECIAL.put(HaMode.CLUSTER, "N+1 cluster");
  }

  private EnumTexts() {}

  static String of(Enumerator literal) {
    String text = SPECIAL.get(literal);
    if (text != null) {
      return text;
    }
    String words = literal.getLiteral().replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
