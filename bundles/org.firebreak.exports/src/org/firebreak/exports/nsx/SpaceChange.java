package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.firebreak.exports.ExportSink;

/**
 * The changes of one space or project. Objects change in one call where a call can hold them, so
 * that nothing lies between the old and the new rules. Tags cannot change in the same call; so VMs
 * that get or lose one are isolated while objects change, and neither end of a connection is ever
 * decided by old rules and the other by new ones:
 *
 * <pre>
 * isolate   VMs whose tag changes get a tag more, to which emergency policies deny everything
 * tags      they get and lose the tags of their classes
 * change    services, groups, policies
 * remove    what is no longer used, and the emergency policies
 * release   the tag of the isolation goes
 * </pre>
 *
 * Changes that are too large for a call begin with the removal of all permissions that do not stay
 * as they are, and VMs whose policies change are isolated too.
 */
final class SpaceChange {
  private static final int INTENTS = 5000;

  private final String folder;
  private final SpaceState old;
  private final SpaceState wanted;
  private final ExportSink sink;
  private final ApiCalls calls;
  private final String root;
  private final SpaceDifference difference;
  private int step;

  SpaceChange(String folder, SpaceState old, SpaceState wanted, ExportSink sink, ApiCalls calls) {
    this.folder = folder;
    this.old = old;
    this.wanted = wanted;
    this.sink = sink;
    this.calls = calls;
    this.root = wanted.root().isEmpty() ? old.root() : wanted.root();
    this.difference = new SpaceDifference(old, wanted);
  }

  void write() throws IOException {
    List<ObjectNode> services = difference.services(true, true);
    List<ObjectNode> groups = difference.groups(true, true);
    List<ObjectNode> policies = difference.policies();
    boolean objects = !services.isEmpty() || !groups.isEmpty() || !policies.isEmpty();
    boolean one = services.size() + groups.size() + intents(policies) <= INTENTS;
    TagChanges tags = new TagChanges(old, wanted);
    Isolation isolation = null;
    // where there was nothing, or nothing stays, no VM is between two sets of rules
    if (!old.machines().isEmpty() && !wanted.machines().isEmpty()) {
      Collection<SpaceState.Machine> isolated =
          !one ? tags.changingRules() : objects || tags.moves() ? tags.changing() : List.of();
      isolation = isolated.isEmpty() ? null : new Isolation(root, isolated, old);
    }
    if (isolation != null) {
      step++;
      isolation.writeTags(new TagFiles(sink, calls), folder + "/" + step + "-isolate/", true);
      patch(
          "isolate",
          "Isolation of VMs whose rules change",
          List.of(),
          List.of(isolation.group()),
          isolation.policies());
      writeTags(tags);
    }
    if (one) {
      patch("change", "What is new or different", services, groups, policies);
    } else {
      writeInParts();
    }
    if (isolation == null) {
      writeTags(tags);
    }
    remove(isolation);
    if (isolation != null) {
      step++;
      isolation.writeTags(new TagFiles(sink, calls), folder + "/" + step + "-release/", false);
    }
  }

  private void writeInParts() throws IOException {
    Narrowing narrowing = new Narrowing(old, wanted);
    patch(
        "add",
        "New services and groups",
        difference.services(true, false),
        difference.groups(true, false),
        List.of());
    patch("narrow", "Permissions that end or change", List.of(), List.of(), narrowing.policies());
    patch(
        "members",
        "Services and groups that change",
        difference.services(false, true),
        difference.groups(false, true),
        List.of());
    patch(
        "rules",
        "Policies that are new, change or end",
        List.of(),
        List.of(),
        difference.policies(narrowing::left));
  }

  private static int intents(Collection<ObjectNode> policies) {
    return policies.stream().mapToInt(SpaceChange::intents).sum();
  }

  private static int intents(JsonNode policy) {
    return 1 + policy.path("SecurityPolicy").path("children").size();
  }

  private ApiFiles files(String name, String description) {
    step++;
    return new ApiFiles(sink, calls, root, folder + "/" + step + "-" + name, description, INTENTS);
  }

  private void patch(
      String name,
      String description,
      List<ObjectNode> services,
      List<ObjectNode> groups,
      List<ObjectNode> policies)
      throws IOException {
    if (services.isEmpty() && groups.isEmpty() && policies.isEmpty()) {
      return;
    }
    try (ApiFiles files = files(name, description)) {
      for (ObjectNode service : services) {
        files.addToRoot(service);
      }
      for (ObjectNode group : groups) {
        files.addToDomain(group, 1);
      }
      for (ObjectNode policy : policies) {
        files.addToDomain(policy, intents(policy));
      }
    }
  }

  /** Users go before what they use. */
  private void remove(Isolation isolation) throws IOException {
    List<ObjectNode> inDomain = new ArrayList<>();
    if (isolation != null) {
      inDomain.addAll(isolation.removal());
    }
    inDomain.addAll(difference.goneGroups());
    List<ObjectNode> services = difference.goneServices();
    if (inDomain.isEmpty() && services.isEmpty()) {
      return;
    }
    try (ApiFiles files = files("remove", "What is no longer used")) {
      for (ObjectNode each : inDomain) {
        files.addToDomain(each, 1);
      }
      for (ObjectNode service : services) {
        files.addToRoot(service);
      }
    }
  }

  private void writeTags(TagChanges changes) throws IOException {
    if (!changes.operations().isEmpty()) {
      step++;
    }
    TagFiles tags = new TagFiles(sink, calls);
    for (TagChanges.Operation operation : changes.operations()) {
      tags.write(
          root,
          folder + "/" + step + "-tags/",
          operation.scope(),
          operation.tag(),
          operation.add(),
          operation.remove());
    }
  }
}
