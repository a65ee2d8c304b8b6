/**
 * Reads network policies of Kubernetes, Cilium and Calico and the cluster-wide policy API, from
 * their own semantics.
 *
 * <pre>
 * files -> ManifestObjects -> Inventory (pods, namespaces, network sets)
 *       -> *Parser: Policy (subjects, stage, rules)
 *       -> *Evaluation: the policies of each pod as an ordered filter
 * </pre>
 */
package org.firebreak.rulebase.kubernetes;
