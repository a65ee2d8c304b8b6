package org.firebreak.exports.compare;

/**
 * A line of a file that belongs to no rule, for instance an address of a set.
 *
 * @param change {@link Change#ADDED} or {@link Change#REMOVED}
 * @param context the lines that open the two innermost blocks around it; empty outside any block
 * @param text the line without white space at its ends
 */
public record LineDifference(Change change, String context, String text) {}
