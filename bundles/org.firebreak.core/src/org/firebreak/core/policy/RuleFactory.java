package org.firebreak.core.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the rules that central firewalls and hosts have in common, with stable identifiers. */
final class RuleFactory {
  private RuleFactory() {}

  /** One rule for flows that differ only in their services. */
  static Rule flow(
      Rule.Direction direction,
      AddressGroup source,
      AddressGroup destination,
      List<PolicyFlow> flows) {
    Set<PolicyService> services = new LinkedHashSet<>();
    List<ElementRef> origins = new ArrayList<>(flows.size());
    for (PolicyFlow flow : flows) {
      services.addAll(flow.services());
      origins.add(flow.ref());
    }
    boolean any = services.stream().anyMatch(service -> service.match().isAny());
    PolicyFlow first = flows.get(0);
    return new Rule(
        "F-" + hash(origins.stream().map(ElementRef::id).toList()) + suffix(direction),
        Rule.Kind.FLOW,
        direction,
        source,
        destination,
        any ? List.of() : List.copyOf(services),
        Rule.Action.PERMIT,
        first.log(),
        null,
        first.inspection(),
        List.copyOf(origins));
  }

  /** What tells the rules of one element apart that stand in both lists of a host. */
  static String suffix(Rule.Direction direction) {
    return switch (direction) {
      case FORWARD -> "";
      case INBOUND -> "-in";
      case OUTBOUND -> "-out";
    };
  }

  /** Eight hexadecimal digits that depend on the texts alone. */
  static String hash(Collection<String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
