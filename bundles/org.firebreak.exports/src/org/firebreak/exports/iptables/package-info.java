/**
 * iptables, ip6tables and ipset: one ruleset for each host class and for each central Linux
 * firewall, for hosts that have no nftables.
 *
 * <pre>
 * steps of a ChainPlanner
 *         -> LookupRuns:    runs of permitting rules become one lookup in a set
 *         -> RuleLines:     text of the rules; IpSets collects the sets they use
 *         -> FamilyRuleset: the chains of one address family
 * </pre>
 *
 * Names of sets end in a hash of what they hold. So a new ruleset never changes a set that the old
 * one uses, and each family goes from the old policy to the new one at once, when iptables-restore
 * commits: no packet meets old rules with new sets.
 */
package org.firebreak.exports.iptables;
