package org.firebreak.core.optimise;

import java.util.List;
import org.firebreak.core.policy.ElementRef;

/**
 * A choice than which none that is known has both less effort and a smaller blast radius.
 *
 * @param effort effort of the whole
 * @param radius blast radius
 * @param bound blast radius that no choice of this effort can go below
 * @param groups chosen groups
 */
public record FrontPoint(double effort, double radius, double bound, List<ElementRef> groups) {}
