/**
 * Exporter for the distributed firewall of VMware NSX: hierarchical bodies of the Policy API.
 *
 * <pre>
 * RuleSet ─► VmClasses     VMs that get and are named by the same rules, one tag each
 *         ─► NsxObjects    groups and services that rules refer to
 *         ─► RulePlanner ─► NsxRule ─► PolicyObject    one security policy a rule set
 *                                          └► ApiFiles    calls within the limits of the manager
 * </pre>
 */
package org.firebreak.exports.nsx;
