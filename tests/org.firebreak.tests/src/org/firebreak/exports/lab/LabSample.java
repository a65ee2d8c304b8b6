package org.firebreak.exports.lab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortRange;
import org.firebreak.exports.Samples;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.StrategyKind;

/** A sample whose servers all have an IPv4 and an IPv6 address, and what is tried in it. */
record LabSample(String name) {
  /** Services that no design and no tripwire has. */
  private static final List<String> UNDESIGNED = List.of("tcp:1999", "udp:1999");

  CompiledPolicy compile(StrategyKind strategy) throws Exception {
    Design design = Samples.load(name);
    design
        .eAllContents()
        .forEachRemaining(
            element -> {
              if (element instanceof Server server && server.getAddresses().size() == 1) {
                String v4 = server.getAddresses().get(0);
                String[] numbers = v4.split("\\.");
                String v6 = "fd00:" + numbers[1] + ":" + numbers[2] + "::" + numbers[3];
                server.setAddresses(List.of(v4, v6));
              }
            });
    return PolicyCompiler.compile(
        design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(strategy));
  }

  /** The addresses of each host. */
  static Map<String, List<Address>> hosts(CompiledPolicy policy) {
    Map<String, List<Address>> hosts = new LinkedHashMap<>();
    policy.servers().forEach(server -> hosts.put(server.ref().name(), server.addresses()));
    return hosts;
  }

  /**
   * Every service of flows and tripwires, as {@code tcp:443}, or {@code icmp:0} for a ping, and two
   * that are neither. A range is tried at its ends.
   */
  static Set<String> ports(CompiledPolicy policy) {
    List<PolicyService> services = new ArrayList<>();
    policy.flows().forEach(flow -> services.addAll(flow.services()));
    policy.tripwires().forEach(tripwire -> services.addAll(tripwire.services()));
    Set<String> ports = new TreeSet<>(UNDESIGNED);
    for (PolicyService service : services) {
      String protocol = service.match().protocol().getLiteral();
      if (protocol.startsWith("icmp")) {
        ports.add("icmp:0");
        continue;
      }
      for (PortRange range : service.match().ports().ranges()) {
        ports.add(protocol + ":" + range.first());
        ports.add(protocol + ":" + range.last());
      }
    }
    return ports;
  }

  /** Every service between every ordered pair of hosts, over both address families. */
  static List<Attempt> attempts(CompiledPolicy policy) {
    Set<String> ports = ports(policy);
    List<Attempt> attempts = new ArrayList<>();
    for (PolicyServer from : policy.servers()) {
      for (PolicyServer to : policy.servers()) {
        for (String port : from == to ? Set.<String>of() : ports) {
          String[] parts = port.split(":");
          for (int i = 0; i < from.addresses().size(); i++) {
            attempts.add(
                new Attempt(
                    from.ref().name(),
                    from.addresses().get(i),
                    to.addresses().get(i),
                    parts[0],
                    Integer.parseInt(parts[1])));
          }
        }
      }
    }
    return attempts;
  }
}
