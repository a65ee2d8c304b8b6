/**
 * What the exporters for Kubernetes have in common, and the plain NetworkPolicy. Servers of the
 * design are pods: {@link org.firebreak.exports.kubernetes.Workloads} gives each a namespace and
 * labels that say what it is, never which rules it has, so that labels stay when flows change.
 *
 * <pre>
 * RuleSet -> Workloads: pods of the set as selectors (subject)
 *         -> Permits: ordered rules as a union of permits
 *         -> PeerTable: the other end as selectors of pods and CIDRs
 *         -> Services: protocols and ports
 *         -> ManifestFile: YAML documents
 * </pre>
 */
package org.firebreak.exports.kubernetes;
