package org.firebreak.core.optimise;

import org.firebreak.core.policy.ElementRef;

/**
 * A group that may be microsegmented.
 *
 * @param index position among the candidates
 * @param group the group
 * @param servers members that would be microsegmented
 * @param rules rules that their packet filters would have
 * @param directPairs ordered pairs of members of which the first can connect to the second only
 *     because the group is free
 * @param ownPairs ordered pairs of members that reach each other over any number of hops only
 *     because the group is free
 */
public record Candidate(
    int index, ElementRef group, int servers, long rules, long directPairs, long ownPairs) {}
