package org.firebreak.core.validation.facts;

import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;

/**
 * The run of groups that an end of a flow touches. Groups are numbered as their servers are, so
 * that the groups which two ends have in common are the overlap of their runs.
 *
 * @param from index of the first group
 * @param to index after the last
 */
public record GroupRun(int from, int to) {
  private static final GroupRun NONE = new GroupRun(0, 0);

  /** The run of an end; empty for an external network. */
  public static GroupRun of(CompiledPolicy policy, PolicyEndpoint end) {
    return end.from() == end.to()
        ? NONE
        : new GroupRun(
            policy.servers().get(end.from()).group(),
            policy.servers().get(end.to() - 1).group() + 1);
  }

  public boolean isEmpty() {
    return from >= to;
  }

  /** Whether it is one group, or a part of one. */
  public boolean isSingle() {
    return to - from == 1;
  }

  public GroupRun intersection(GroupRun other) {
    return new GroupRun(Math.max(from, other.from), Math.min(to, other.to));
  }
}
