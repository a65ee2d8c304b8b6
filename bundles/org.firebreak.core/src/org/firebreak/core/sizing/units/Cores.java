package org.firebreak.core.sizing.units;

/**
 * Processor cores at work.
 *
 * @param count cores, 1 for a core that does nothing else
 */
public record Cores(double count) {}
