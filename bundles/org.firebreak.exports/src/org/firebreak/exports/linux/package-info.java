/**
 * What the packet filters of Linux have in common: settings, order of rules, log prefixes, the list
 * of hosts, and the script that loads a ruleset and takes it back unless the operator confirms.
 *
 * <pre>
 * RuleSet -> ChainPlanner: steps (rules, or a dispatch by address to shorter chains)
 *         -> nftables, iptables: text of the steps
 * </pre>
 */
package org.firebreak.exports.linux;
