package org.firebreak.core.sizing.units;

/**
 * Size of a packet or of what surrounds it.
 *
 * @param bytes bytes of 8 bits
 */
public record PacketSize(double bytes) {}
