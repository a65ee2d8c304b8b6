package org.firebreak.exports.gcp;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limit;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.JsonFile;

/** Writes what is in one VPC network. */
final class NetworkPlan {
  private static final Limit RULES = Limit.none("firewall rules");
  private static final int IN_FILE = 1000;
  private static final int DESCRIPTION = 2000;

  private final String scope;
  private final List<RuleSet> sets;
  private final String prefix;
  private final NetworkTags tags;
  private final CloudLimitations limitations;
  private final String network;
  private final RuleDescriptions descriptions;

  NetworkPlan(
      ExportRequest request, String scope, List<RuleSet> sets, CloudLimitations limitations) {
    this.scope = scope;
    this.sets = sets;
    this.limitations = limitations;
    this.prefix = name(request.options().text("prefix"), "firebreak", 20);
    String base = name(request.options().text("network"), "default", 30);
    this.network = "global/networks/" + (scope.equals("shared") ? base : base + "-" + scope);
    this.tags = new NetworkTags(request.policy(), sets, prefix);
    this.descriptions = new RuleDescriptions(request.policy());
  }

  /** A resource name begins with a letter. */
  private static String name(String chosen, String otherwise, int length) {
    String slug = Slugs.plain(chosen, '-', length);
    if (slug.isEmpty()) {
      return otherwise;
    }
    return Character.isDigit(slug.charAt(0)) ? Slugs.plain("n" + slug, '-', length) : slug;
  }

  void write(ExportSink sink, Progress progress) throws IOException {
    ClassRules rules = new ClassRules(network, tags, limitations, sink);
    try (FirewallFiles files = new FirewallFiles(sink)) {
      if (sets.stream().anyMatch(ClassRules::endsInDenial)) {
        for (Firewall denial : rules.rest()) {
          String name = denial.name(prefix, "rest");
          denial.write(files.next(), name, "firebreak: everything else");
          for (RuleSet set : sets) {
            if (ClassRules.endsInDenial(set)) {
              List<Rule> of =
                  set.rules(denial.ingress() ? Rule.Direction.INBOUND : Rule.Direction.OUTBOUND);
              files.file.provenance(of.get(of.size() - 1), name);
            }
          }
        }
      }
      for (RuleSet set : sets) {
        progress.check();
        Set<String> names = new HashSet<>();
        List<ClassRules.Placed> all = new ArrayList<>(rules.of(set, Rule.Direction.INBOUND));
        all.addAll(rules.of(set, Rule.Direction.OUTBOUND));
        all.sort(Comparator.comparingInt(each -> each.firewall().priority()));
        for (ClassRules.Placed each : all) {
          String name = each.firewall().name(prefix, each.rule().id());
          if (names.add(name)) {
            JsonGenerator json = files.next();
            files.file.provenance(each.rule(), name);
            each.firewall()
                .write(
                    json, name, "firebreak " + each.rule().id() + ": " + description(each.rule()));
          }
        }
      }
    }
    attachments(sink);
  }

  private String description(Rule rule) {
    return descriptions.of(rule, DESCRIPTION);
  }

  private void attachments(ExportSink sink) throws IOException {
    try (JsonFile file =
        JsonFile.open(
            sink, scope + "/attachments.json", "Which network tags belong to which server")) {
      JsonGenerator json = file.json();
      json.writeStartObject();
      json.writeStringField("scope", scope);
      json.writeStringField("network", network);
      json.writeArrayFieldStart("firebreakAttachments");
      for (RuleSet set : sets) {
        for (PolicyServer server : set.servers()) {
          json.writeStartObject();
          file.attached(server, set);
          json.writeArrayFieldStart("tags");
          if (ClassRules.endsInDenial(set)) {
            json.writeString(tags.managed());
          }
          json.writeString(tags.of(set));
          for (String tag : tags.endpoints(server)) {
            json.writeString(tag);
          }
          json.writeEndArray();
          json.writeEndObject();
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** Files of rules, a new one whenever one is full. */
  private final class FirewallFiles implements AutoCloseable {
    private final ExportSink sink;
    private JsonFile file;
    private int written;

    FirewallFiles(ExportSink sink) {
      this.sink = sink;
    }

    /** Where the next rule is written. */
    JsonGenerator next() throws IOException {
      if (written % IN_FILE == 0) {
        close();
        file =
            JsonFile.open(
                sink,
                scope + "/firewalls-" + (written / IN_FILE + 1) + ".json",
                "Firewall rules of " + network);
        file.json().writeStartObject();
        file.json().writeStringField("kind", "compute#firewallList");
        file.json().writeArrayFieldStart("items");
      }
      written++;
      sink.made(RULES, 1);
      return file.json();
    }

    @Override
    public void close() throws IOException {
      if (file != null) {
        file.json().writeEndArray();
        file.json().writeEndObject();
        file.close();
        file = null;
      }
    }
  }
}
