package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;

/** A kind of policy of which all permit together, whatever their order. */
public interface UnionDialect {
  /** Whether there are denials, which beat every permit. */
  boolean hasDenials();

  /** The list in the spec that holds permits or denials of a direction. */
  String section(Rule.Direction direction, boolean denies);

  /** A policy that permits nothing yet. */
  ObjectNode policy(String namespace, String name, PodSelector subject);

  /**
   * A policy that isolates pods in both directions.
   *
   * @param clusterDns whether it permits the DNS of the cluster
   */
  ObjectNode isolation(String namespace, String name, PodSelector subject, boolean clusterDns);

  /**
   * Entries of a section; none if nothing of the services can be named.
   *
   * @param peers the other end, which is not empty
   * @param namespace namespace of the policy
   */
  List<ObjectNode> entries(
      Rule.Direction direction, Peers peers, Services services, String namespace);

  /** Reports what of a permit cannot be expressed. */
  void limitations(
      RuleSet set, Rule rule, Services services, Peers peers, PolicyLimitations limitations);
}
