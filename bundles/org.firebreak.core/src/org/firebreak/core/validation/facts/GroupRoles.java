package org.firebreak.core.validation.facts;

import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Label;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;

/**
 * The roles of all groups: what the group states, else the label {@code role} of the group or of
 * all its servers, else its name if that is a usual word for a role.
 */
public final class GroupRoles {
  private static final String LABEL = "role";

  /** The members of a group are alike; a few tell the label of all. */
  private static final int SAMPLE = 8;

  private record Stated(String word, Role role) {}

  private static final Stated NONE = new Stated("", null);

  private final ValidationContext context;
  private final Stated[] known;

  private GroupRoles(ValidationContext context) {
    this.context = context;
    this.known = new Stated[context.policy().groups().size()];
  }

  public static GroupRoles of(ValidationContext context) {
    return new GroupRoles(context);
  }

  /** The role of a group, if it is one that the product knows. */
  public Optional<Role> role(PolicyGroup group) {
    return Optional.ofNullable(stated(group).role());
  }

  public boolean is(PolicyGroup group, Role role) {
    return stated(group).role() == role;
  }

  /** Whether the role of a group is one of these words, or means the same. */
  public boolean isOneOf(PolicyGroup group, Set<String> words) {
    Stated stated = stated(group);
    return words.contains(stated.word())
        || stated.role() != null && words.contains(stated.role().word());
  }

  private Stated stated(PolicyGroup group) {
    Stated stated = known[group.index()];
    if (stated == null) {
      stated = find(group);
      known[group.index()] = stated;
    }
    return stated;
  }

  private Stated find(PolicyGroup group) {
    String word = group.size() == 0 ? null : word(group);
    if (word != null) {
      return new Stated(Role.key(word), Role.of(word).orElse(null));
    }
    return Role.of(group.ref().name()).map(role -> new Stated(role.word(), role)).orElse(NONE);
  }

  private String word(PolicyGroup group) {
    Server first = context.servers().get(group.from());
    if (first.eContainer() instanceof ServerGroup holder) {
      if (holder.getRole() != null && !holder.getRole().isBlank()) {
        return holder.getRole();
      }
      String label = label(holder);
      if (label != null) {
        return label;
      }
    }
    String common = label(first);
    int to = Math.min(group.to(), group.from() + SAMPLE);
    for (int i = group.from() + 1; i < to && common != null; i++) {
      common = common.equals(label(context.servers().get(i))) ? common : null;
    }
    return common;
  }

  private static String label(Endpoint endpoint) {
    for (Label label : endpoint.getLabels()) {
      if (LABEL.equalsIgnoreCase(label.getKey()) && label.getValue() != null) {
        return label.getValue();
      }
    }
    return null;
  }
}
