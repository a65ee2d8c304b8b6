package org.firebreak.core.sizing.units;

/**
 * A span of years; negative for the past, infinite for never.
 *
 * @param years years
 */
public record Years(double years) {}
