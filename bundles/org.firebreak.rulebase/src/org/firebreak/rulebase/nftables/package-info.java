/**
 * Reads rulesets of nftables: files for {@code nft -f} and what {@code nft list ruleset} prints.
 *
 * <pre>
 * text -> NftText:     words with their lines
 *      -> NftParser:   tables with sets, maps, chains
 *      -> RuleParser:  rules as boxes of connections with a verdict (NftSelector: what is matched)
 *      -> chains.ChainFlattener
 * </pre>
 */
package org.firebreak.rulebase.nftables;
