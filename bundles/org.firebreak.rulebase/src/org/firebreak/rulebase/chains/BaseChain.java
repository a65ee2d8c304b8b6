package org.firebreak.rulebase.chains;

/**
 * A chain at which packets enter.
 *
 * @param chain name of the chain
 * @param accepts what becomes of connections that no rule decides
 * @param place where that is said, for instance {@code rules.nft:12}
 */
public record BaseChain(String chain, boolean accepts, String place) {}
