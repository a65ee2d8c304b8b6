package org.firebreak.core.rollout;

import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.Risk;

/**
 * One group of servers that is put under enforcement.
 *
 * @param position place in the order, from 1
 * @param wave wave in which it is done, from 1; groups of a wave may be done together
 * @param group the group, or a server outside any group
 * @param servers number of its servers
 * @param micro how many of them are microsegmented
 * @param risk highest risk among its servers
 * @param internetFacing whether one of its servers is internet-facing
 * @param dependents how many other groups and external networks open connections to it
 * @param reason why it stands where it does, in a sentence
 */
public record RolloutStep(
    int position,
    int wave,
    ElementRef group,
    int servers,
    int micro,
    Risk risk,
    boolean internetFacing,
    int dependents,
    String reason) {}
