package org.firebreak.core.sizing.units;

/**
 * Rate of log records.
 *
 * @param perSecond records per second
 */
public record RecordRate(double perSecond) {}
