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
 * Changes that are too large for a call, and those of several spaces, which no call can hold, begin
 * with the removal of all permissions that do not stay as they are, and VMs whose policies change
 * are isolated too. Each of the steps is for all spaces before the next one begins. Rules that come
 * do so before others change, and rules that end do so after them: a VM that only its own rules
 * held back may get from or lose to the other end of a connection what denies it.
 */
final class SpaceChange {
  private static final int INTENTS = 5000;

  /** When the objects of a space change among those of others. */
  enum Turn {
    COMES,
    STAYS,
    ENDS
  }

  private final String folder;
  private final SpaceState old;
  private final SpaceState wanted;
  private final ExportSink sink;
  private final ApiCalls calls;
  private final String root;
  private final SpaceDifference difference;
  private final List<ObjectNode> services;
  private final List<ObjectNode> groups;
  private final List<ObjectNode> policies;
  private final TagChanges tags;
  private boolean one;
  private Isolation isolation;
  private int step;

  SpaceChange(String folder, SpaceState old, SpaceState wanted, ExportSink sink, ApiCalls calls) {
    this.folder = folder;
    this.old = old;
    this.wanted = wanted;
    this.sink = sink;
    this.calls = calls;
    this.root = wanted.root().isEmpty() ? old.root() : wanted.root();
    this.difference = new SpaceDifference(old, wanted);
    this.services = difference.services(true, true);
    this.groups = difference.groups(true, true);
    this.policies = difference.policies();
    this.tags = new TagChanges(old, wanted);
  }

  Turn turn() {
    return old.machines().isEmpty()
        ? Turn.COMES
        : wanted.machines().isEmpty() ? Turn.ENDS : Turn.STAYS;
  }

  /** Whether services, groups or policies change, and not just tags. */
  boolean hasObjects() {
    return !services.isEmpty() || !groups.isEmpty() || !policies.isEmpty();
  }

  /**
   * The VMs whose rules change are cut off, and get their tags. New VMs get theirs where no rule
   * changes.
   *
   * @param alone whether no other space changes objects
   */
  void isolate(boolean alone) throws IOException {
    one = alone && services.size() + groups.size() + intents(policies) <= INTENTS;
    // where there was nothing, or nothing stays, no VM is between two sets of rules
    if (turn() == Turn.STAYS) {
      Collection<SpaceState.Machine> isolated =
          !one && hasObjects()
              ? tags.changingRules()
              : hasObjects() || tags.moves() ? tags.changing() : List.of();
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
      writeTags(tags.operations());
    } else if (turn() == Turn.STAYS) {
      writeTags(tags.additions());
    }
  }

  /** No permission is left that does not stay as it is, unless one call changes everything. */
  void narrow() throws IOException {
    if (!one) {
      patch(
          "add",
          "New services and groups",
          difference.services(true, false),
          difference.groups(true, false),
          List.of());
      patch(
          "narrow",
          "Permissions that end or change",
          List.of(),
          List.of(),
          new Narrowing(old, wanted).policies());
    }
  }

  /** Services, groups and policies become what they shall be. */
  void change() throws IOException {
    if (one) {
      patch("change", "What is new or different", services, groups, policies);
    } else {
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
          difference.policies(new Narrowing(old, wanted)::left));
    }
    if (turn() == Turn.COMES) {
      writeTags(tags.operations());
    }
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

  /** What is no longer used goes, users before what they use. */
  void remove() throws IOException {
    if (isolation == null && turn() != Turn.COMES) {
      writeTags(tags.removals());
    }
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

  /** The isolated VMs may open connections again. */
  void release() throws IOException {
    if (isolation != null) {
      step++;
      isolation.writeTags(new TagFiles(sink, calls), folder + "/" + step + "-release/", false);
    }
  }

  private void writeTags(Collection<TagChanges.Operation> operations) throws IOException {
    if (!operations.isEmpty()) {
      step++;
    }
    TagFiles files = new TagFiles(sink, calls);
    for (TagChanges.Operation operation : operations) {
      files.write(
          root,
          folder + "/" + step + "-tags/",
          operation.scope(),
          operation.tag(),
          operation.add(),
          operation.remove());
    }
  }
}
