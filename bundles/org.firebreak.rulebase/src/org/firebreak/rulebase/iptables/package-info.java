/**
 * Reads rulesets of iptables: what {@code iptables-save}, {@code ip6tables-save} and {@code ipset
 * save} print, and files for their counterparts that restore.
 *
 * <pre>
 * sets.ipset          -> IpSets
 * rules.v4, rules.v6  -> SaveFile: chains with rules as words
 *                     -> RuleParser: rules as boxes of connections with a target
 *                     -> chains.ChainFlattener, one family after the other
 * </pre>
 */
package org.firebreak.rulebase.iptables;
