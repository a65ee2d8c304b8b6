package org.firebreak.core.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressSet;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;

/**
 * The intended policy of a design: an immutable snapshot that refers to the model by id alone.
 * Thread-safe. Every exporter, simulator, validator and report derives from it.
 */
public final class CompiledPolicy {
  private final ElementRef design;
  private final String revision;
  private final CompileOptions options;
  private final StrategyChoice strategy;
  private final EndpointTable endpoints;
  private final AddressTable addresses;
  private final FlowTable flows;
  private final GuardTable guards;
  private final QuarantineTable quarantine;
  private final List<PolicyNote> notes;
  private final Decider decider;
  private volatile List<RuleSet> ruleSets;

  CompiledPolicy(
      Design design,
      CompileOptions options,
      StrategyChoice strategy,
      EndpointTable endpoints,
      AddressTable addresses,
      FlowTable flows,
      GuardTable guards,
      QuarantineTable quarantine,
      List<PolicyNote> notes) {
    this.design = ElementRef.of(design);
    this.revision = design.getRevision();
    this.options = options;
    this.strategy = strategy;
    this.endpoints = endpoints;
    this.addresses = addresses;
    this.flows = flows;
    this.guards = guards;
    this.quarantine = quarantine;
    this.notes = List.copyOf(notes);
    this.decider = new Decider(endpoints, addresses, flows, guards, quarantine);
  }

  /** The design from which the policy was compiled. */
  public ElementRef design() {
    return design;
  }

  /** The design's version as its authors count it; {@code null} if they do not. */
  public String revision() {
    return revision;
  }

  public CompileOptions options() {
    return options;
  }

  /** Day on which expiry was judged. */
  public LocalDate evaluationDate() {
    return options.evaluationDate();
  }

  /** The kind of segmentation in force. */
  public StrategyKind strategy() {
    return strategy.kind();
  }

  /** The whole strategy in force: kind and criteria, neither of them {@code null}. */
  public StrategyChoice strategyChoice() {
    return strategy;
  }

  /** The shared routing domain first, then one for each tenant. */
  public List<RoutingDomain> domains() {
    return List.copyOf(endpoints.domains);
  }

  /** The shared routing domain. */
  public RoutingDomain sharedDomain() {
    return endpoints.domains.get(0);
  }

  public List<PolicyServer> servers() {
    return java.util.Collections.unmodifiableList(endpoints.servers);
  }

  public List<PolicyGroup> groups() {
    return java.util.Collections.unmodifiableList(endpoints.groups);
  }

  public List<PolicyEndpoint> endpoints() {
    return java.util.Collections.unmodifiableList(endpoints.endpoints);
  }

  /** The flows that permit something on the evaluation date, in order of precedence. */
  public List<PolicyFlow> flows() {
    return java.util.Collections.unmodifiableList(flows.flows);
  }

  public List<PolicyTripwire> tripwires() {
    return java.util.Collections.unmodifiableList(flows.tripwires);
  }

  /** Who may open connections to quarantined servers. */
  public List<PolicyEndpoint> responders() {
    return java.util.Collections.unmodifiableList(quarantine.responders);
  }

  /** What in the design compiled to less than its author may think. */
  public List<PolicyNote> notes() {
    return notes;
  }

  /** The server that owns an address in a routing domain. */
  public Optional<PolicyServer> serverAt(RoutingDomain domain, Address address) {
    int owner = addresses.owner(domain, address);
    return owner < 0 ? Optional.empty() : Optional.of(endpoints.servers.get(owner));
  }

  /**
   * The appliance that the design names for an enforcement point, as vendor and model.
   *
   * @return empty if it names none
   */
  public Optional<String> model(ElementRef enforcementPoint) {
    return Optional.ofNullable(guards.model(enforcementPoint.id()))
        .map(String::strip)
        .filter(model -> !model.isEmpty());
  }

  /** The endpoint of a server itself. */
  public PolicyEndpoint endpointOf(PolicyServer server) {
    return endpoints.endpoints.get(endpoints.endpointOfServer.get(server.index()));
  }

  /** The addresses of an endpoint that are reachable in a routing domain. */
  public AddressSet addresses(RoutingDomain domain, PolicyEndpoint endpoint) {
    return addresses.in(domain, endpoint);
  }

  /**
   * What the intended policy says of a new connection: denied if an end is quarantined, unless a
   * responder opens it; permitted inside a group of which neither end is microsegmented, or by a
   * flow; else denied and logged, and alerted if a tripwire covers it.
   */
  public Verdict decide(Connection connection) {
    return decider.decide(connection);
  }

  /**
   * Where the strategy has connections enforced, permitted or not: nowhere inside a group of which
   * neither end is microsegmented. A quarantine, which passes, changes nothing of it.
   *
   * @param source address of a server, or outside the design
   * @param destination the same
   */
  public List<Enforcer> enforcers(RoutingDomain domain, Address source, Address destination) {
    return decider.enforcers(domain, source, destination);
  }

  /** The central firewalls that guard a server by name; none if the implied one alone does. */
  public List<ElementRef> firewallsOf(PolicyServer server) {
    return guards.firewallsOf(server.index());
  }

  /**
   * The ordered rules of every enforcement point: central firewalls first, one set for each routing
   * domain that needs it, then the hosts, servers with identical rules sharing one set. They put
   * into force what the roll-out plan of the options says, for the scope of the options.
   */
  public List<RuleSet> ruleSets() {
    List<RuleSet> sets = ruleSets;
    if (sets == null) {
      sets = new RuleCompiler(endpoints, addresses, flows, guards, quarantine, options).compile();
      ruleSets = sets;
    }
    return sets;
  }

  /**
   * The number of stateless ACL entries that would enforce the same policy: for every flow the
   * product of source prefixes, destination prefixes of the same family and port ranges, twice,
   * because a stateless filter needs an entry for the replies too; and one entry to deny the rest
   * in each direction.
   */
  public long aclEntries() {
    return new AclEstimate(endpoints, addresses, flows).entries();
  }
}
