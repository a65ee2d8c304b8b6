/**
 * Enforces exported rulesets for real: samples as network namespaces with a router between the
 * hosts, every pair of hosts trying every service.
 *
 * <pre>
 * LabEnforcementTest -> Enforcement  one LabSample, policy after policy
 * Enforcement        -> LabNetwork   namespaces, links, rulesets, captures of logged packets
 *                    -> LabHost      one LabAgent process in each namespace: listens and connects
 *                    -> LoadedRules  what the kernels list, read back
 * </pre>
 *
 * Nothing leaves the namespaces: they have no link to the outside.
 */
package org.firebreak.exports.lab;
