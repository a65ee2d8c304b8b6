package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.RuleDescriptions;

/**
 * Writes rule sets as policies that permit together, and one for each namespace that isolates its
 * pods.
 */
public final class UnionPolicies {
  /** The dot keeps the name apart from those of rule sets. */
  private static final String DEFAULT_DENY = "default-deny.firebreak";

  private static final int DESCRIPTION_BYTES = 512;

  /** Entries of one object, so that it stays readable and far below what the API stores. */
  private static final int MOST_ENTRIES = 100;

  /** Characters of JSON of the entries of one object; etcd stores 1.5 MiB. */
  private static final int MOST_SIZE = 1_000_000;

  private static final int MOST_VALUES = 100;

  /**
   * What a policy says of one rule.
   *
   * @param size characters of JSON
   */
  private record Entry(Rule rule, boolean denies, Peers peers, Services services, int size) {}

  private final UnionDialect dialect;
  private final KubernetesSettings settings;
  private final Workloads workloads;
  private final PolicyLimitations limitations;
  private final PeerTable peers;
  private final RuleDescriptions descriptions;
  private final PolicyNames names;

  public UnionPolicies(
      UnionDialect dialect,
      ExportRequest request,
      KubernetesSettings settings,
      Workloads workloads,
      PolicyLimitations limitations) {
    this.dialect = dialect;
    this.settings = settings;
    this.workloads = workloads;
    this.limitations = limitations;
    peers = new PeerTable(request.policy(), settings, workloads, MOST_VALUES);
    descriptions = new RuleDescriptions(request.policy());
    names = new PolicyNames(request.ruleSets());
  }

  /** Appends the policies of the rule sets of one routing domain. */
  public void write(ManifestFile file, List<RuleSet> sets, Progress progress) throws IOException {
    TreeSet<String> namespaces = new TreeSet<>();
    sets.forEach(set -> namespaces.addAll(workloads.byNamespace(set).keySet()));
    for (String namespace : namespaces) {
      file.add(defaultDeny(namespace));
    }
    for (RuleSet set : sets) {
      progress.check();
      write(file, set);
      limitations.reduced(set, false, "collect the flow log of the network plugin");
      progress.worked(1);
    }
  }

  private ObjectNode defaultDeny(String namespace) {
    PodSelector subject =
        settings.wholeNamespace()
            ? PodSelector.ALL
            : PodSelector.in(settings.key("server"), List.of());
    return dialect.isolation(namespace, DEFAULT_DENY, subject, settings.clusterDns());
  }

  private void write(ManifestFile file, RuleSet set) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
      List<Rule> rules = set.rules(direction);
      for (Permits.Permit permit : Permits.of(rules)) {
        addEntry(set, permit, entries);
      }
      if (dialect.hasDenials()) {
        for (Permits.Denial denial : Permits.denials(rules)) {
          Peers all = peers.of(AddressGroup.ANY, set.domain());
          add(denial.rule(), true, all, Services.of(denial.services()), entries);
        }
      }
    }
    List<List<Entry>> chunks = chunks(entries);
    for (var pods : workloads.byNamespace(set).entrySet()) {
      for (Rule rule : set.rules()) {
        if (rule.action() == Rule.Action.DENY) {
          file.file().provenance(rule, pods.getKey() + "/" + DEFAULT_DENY);
        }
      }
      int number = 1;
      for (PodSelector subject : workloads.selectors(pods.getValue(), MOST_VALUES)) {
        for (List<Entry> chunk : chunks) {
          String name = names.of(set, number);
          number++;
          write(file, set, dialect.policy(pods.getKey(), name, subject), chunk);
        }
      }
    }
  }

  private void addEntry(RuleSet set, Permits.Permit permit, List<Entry> entries) {
    Rule rule = permit.rule();
    if (!permit.everyOwn()) {
      limitations.deniesMore(
          set,
          rule,
          "selects pods as a whole, and this rule is about some addresses of a pod alone; it is"
              + " left out, and what it permits is denied");
      return;
    }
    Services services = Services.of(permit.services());
    Peers other = peers.of(permit.peer(), set.domain());
    dialect.limitations(set, rule, services, other, limitations);
    if (!other.isEmpty()) {
      add(rule, false, other, services, entries);
    }
  }

  private void add(Rule rule, boolean denies, Peers other, Services services, List<Entry> entries) {
    List<ObjectNode> nodes = dialect.entries(rule.direction(), other, services, "");
    if (!nodes.isEmpty()) {
      int size = nodes.stream().mapToInt(node -> node.toString().length()).sum();
      entries.add(new Entry(rule, denies, other, services, size));
    }
  }

  /** Entries in their order, as many together as an object may hold. */
  private static List<List<Entry>> chunks(List<Entry> entries) {
    List<List<Entry>> chunks = new ArrayList<>();
    int size = MOST_SIZE;
    for (Entry entry : entries) {
      if (size + entry.size() > MOST_SIZE || chunks.get(chunks.size() - 1).size() == MOST_ENTRIES) {
        chunks.add(new ArrayList<>());
        size = 0;
      }
      chunks.get(chunks.size() - 1).add(entry);
      size += entry.size();
    }
    return chunks;
  }

  private void write(ManifestFile file, RuleSet set, ObjectNode object, List<Entry> entries)
      throws IOException {
    ManifestFile.mark(object, set, settings);
    ObjectNode metadata = (ObjectNode) object.get("metadata");
    ObjectNode spec = (ObjectNode) object.get("spec");
    String namespace = metadata.get("namespace").asText();
    for (Entry entry : entries) {
      Rule rule = entry.rule();
      String section = dialect.section(rule.direction(), entry.denies());
      ArrayNode list = spec.withArrayProperty(section);
      String place = section + "[" + list.size() + "]";
      list.addAll(dialect.entries(rule.direction(), entry.peers(), entry.services(), namespace));
      ManifestFile.annotate(
          object, rule.id(), place + ": " + descriptions.of(rule, DESCRIPTION_BYTES), settings);
      file.file().provenance(rule, namespace + "/" + metadata.get("name").asText() + " " + place);
    }
    file.add(object);
  }
}
