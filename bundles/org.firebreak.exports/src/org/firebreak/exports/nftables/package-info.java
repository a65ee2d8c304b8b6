/**
 * nftables: one ruleset for each host class and for each central Linux firewall.
 *
 * <pre>
 * steps of a ChainPlanner
 *         -> RuleLines:    text of the rules; NamedSets collects the sets they use
 *         -> RulesetFile:  table with sets, maps and chains
 * </pre>
 *
 * Facts that shape the output, measured with nft 1.0.6: a table is replaced atomically by adding,
 * deleting and defining it in one file; every anonymous set costs time proportional to the number
 * of sets, so rules refer to named ones.
 */
package org.firebreak.exports.nftables;
