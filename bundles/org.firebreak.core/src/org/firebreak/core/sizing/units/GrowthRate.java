package org.firebreak.core.sizing.units;

/**
 * Growth a year.
 *
 * @param perYear 0.2 for 20 % a year
 */
public record GrowthRate(double perYear) {}
