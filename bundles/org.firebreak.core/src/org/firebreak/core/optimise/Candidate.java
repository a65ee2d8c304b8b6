package org.firebreak.core.optimise;

import org.firebreak.core.policy.ElementRef;

/**
 * A group that may be microsegmented.
 *
 * @param index position among the candidates
 * @param group the group
 * @param servers members that would be microsegmented
 * @param rules rules that their packet filters would have
 * @param ownPairs ordered pairs of members that reach each other only because the group is free
 */
public record Candidate(int index, ElementRef group, int servers, long rules, long ownPairs) {}
