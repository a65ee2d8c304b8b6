package org.firebreak.exports.compare;

import java.util.List;

/**
 * What became of the part of a bundle that is for one platform.
 *
 * @param id short name of the platform
 * @param title name of the platform for people
 * @param change added, removed or changed; {@code null} if nothing differs but remarks
 * @param options options whose values differ
 * @param files files that differ, by path
 */
public record PlatformDifference(
    String id,
    String title,
    Change change,
    List<OptionDifference> options,
    List<FileDifference> files) {
  /**
   * An option of an exporter.
   *
   * @param before its older value; {@code null} if it had none
   * @param after its newer value; {@code null} if it has none
   */
  public record OptionDifference(String key, String before, String after) {}

  public PlatformDifference {
    options = List.copyOf(options);
    files = List.copyOf(files);
  }

  /** How many rules of all files were changed in that way. */
  public long rules(Change kind) {
    return files.stream().mapToLong(file -> file.rules(kind)).sum();
  }

  /** How many lines that belong to no rule were added or removed. */
  public long lines(Change kind) {
    return files.stream()
        .flatMap(file -> file.lines().stream())
        .filter(line -> line.change() == kind)
        .count();
  }
}
