package org.firebreak.core.diff;

/**
 * Something of an element that differs between two states.
 *
 * @param attribute what it is, in words
 * @param before its value in the earlier state as a person reads it; empty if it was not set, or if
 *     there are no words for it, as for the layout of a diagram
 * @param after the same in the later state
 */
public record ValueChange(String attribute, String before, String after) {}
