package org.firebreak.core.policy;

/**
 * Servers that may talk freely among themselves unless microsegmented.
 *
 * @param index position in {@link CompiledPolicy#groups()}
 * @param ref the server group, or the server itself if it is outside any group
 * @param from index of the first member
 * @param to index after the last member
 */
public record PolicyGroup(int index, ElementRef ref, int from, int to) {
  public int size() {
    return to - from;
  }
}
