package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.FreeNames;
import org.firebreak.model.Server;

/** The servers of each routing domain by name, and those that are the same machine. */
final class ServerTwins {
  /**
   * Two entries of one machine.
   *
   * @param first the entry that stands first in the design
   * @param evidence why they are the same machine
   */
  record Twin(PolicyServer first, PolicyServer second, String evidence) {}

  private final List<List<PolicyServer>> sameNames = new ArrayList<>();
  private final Map<Integer, Twin> bySecond = new LinkedHashMap<>();
  private final Set<Set<String>> pairs = new HashSet<>();

  private ServerTwins() {}

  static ServerTwins of(ValidationContext context) {
    ServerTwins twins = new ServerTwins();
    twins.collectNames(context);
    twins.sameNames.forEach(twins::addNamesakes);
    twins.addHosts(context);
    for (Twin twin : twins.bySecond.values()) {
      twins.pairs.add(Set.of(twin.first().ref().id(), twin.second().ref().id()));
    }
    return twins;
  }

  /** Servers of one routing domain with the same name, each list in the order of the design. */
  List<List<PolicyServer>> sameNames() {
    return sameNames;
  }

  /** Every second entry of a machine, in a fixed order. */
  List<Twin> all() {
    return List.copyOf(bySecond.values());
  }

  /** Whether the server is the second entry of a machine. */
  boolean isSecond(PolicyServer server) {
    return bySecond.containsKey(server.index());
  }

  /** Whether the elements are the two entries of one machine. */
  boolean areTwins(List<ElementRef> servers) {
    return pairs.contains(servers.stream().map(ElementRef::id).collect(Collectors.toSet()));
  }

  private void collectNames(ValidationContext context) {
    List<Map<String, PolicyServer>> firsts = new ArrayList<>();
    context.policy().domains().forEach(domain -> firsts.add(new HashMap<>()));
    Map<PolicyServer, List<PolicyServer>> repeated = new LinkedHashMap<>();
    List<Server> servers = context.servers();
    for (PolicyServer server : context.policy().servers()) {
      String key = FreeNames.key(servers.get(server.index()).getName());
      if (!key.isEmpty()) {
        PolicyServer first = firsts.get(server.domain().index()).putIfAbsent(key, server);
        if (first != null) {
          repeated.computeIfAbsent(first, same -> new ArrayList<>(List.of(same))).add(server);
        }
      }
    }
    sameNames.addAll(repeated.values());
  }

  private void addNamesakes(List<PolicyServer> servers) {
    PolicyServer first = servers.get(0);
    Set<Object> addresses = new HashSet<>(first.addresses());
    for (PolicyServer second : servers.subList(1, servers.size())) {
      boolean shared = second.addresses().stream().anyMatch(addresses::contains);
      if (shared || first.addresses().isEmpty() || second.addresses().isEmpty()) {
        String evidence =
            shared ? "the same name and address" : "the same name, and one has no address";
        bySecond.put(second.index(), new Twin(first, second, evidence));
      }
    }
  }

  /** Other names, but the same addresses on the same host. */
  private void addHosts(ValidationContext context) {
    Map<String, PolicyServer> byId = new HashMap<>();
    List<PolicyNote> notes = context.notes(PolicyNote.Code.DUPLICATE_ADDRESS);
    if (notes.isEmpty()) {
      return;
    }
    context.policy().servers().forEach(server -> byId.put(server.ref().id(), server));
    for (PolicyNote note : notes) {
      List<PolicyServer> servers =
          note.elements().stream().map(ElementRef::id).map(byId::get).distinct().toList();
      if (servers.size() == 2 && isSameMachine(servers.get(0), servers.get(1))) {
        boolean inOrder = servers.get(0).index() < servers.get(1).index();
        PolicyServer second = servers.get(inOrder ? 1 : 0);
        bySecond.putIfAbsent(
            second.index(),
            new Twin(servers.get(inOrder ? 0 : 1), second, "the same addresses on the same host"));
      }
    }
  }

  private static boolean isSameMachine(PolicyServer one, PolicyServer other) {
    String host = one.hypervisorHost();
    return one.domain().equals(other.domain())
        && host != null
        && !host.isBlank()
        && host.equals(other.hypervisorHost())
        && Set.copyOf(one.addresses()).equals(Set.copyOf(other.addresses()));
  }
}
