/**
 * Quantities of sizing as types, so that a rate of packets cannot be taken for one of bits: what a
 * formula expects and what it returns is in its signature. Loops over many flows and hours work on
 * plain numbers in the base units (bit/s, bytes, seconds, per second) and wrap only their results.
 */
package org.firebreak.core.sizing.units;
