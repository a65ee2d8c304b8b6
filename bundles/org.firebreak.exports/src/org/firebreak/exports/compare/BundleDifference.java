package org.firebreak.exports.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.stored.BundleManifest;
import org.firebreak.exports.stored.BundleManifest.PlatformEntry;
import org.firebreak.exports.stored.StoredBundle;

/**
 * What differs between two bundles in what they make platforms do. Comments of rule files are no
 * difference, so that neither the day of the export nor the program's version is one.
 *
 * @param sameDesign whether both were made from the same design, as far as they tell
 * @param platforms platforms that differ: those of the newer bundle in its order, then removed ones
 */
public record BundleDifference(boolean sameDesign, List<PlatformDifference> platforms) {
  public BundleDifference {
    platforms = List.copyOf(platforms);
  }

  /** Compares two bundles. */
  public static BundleDifference between(StoredBundle before, StoredBundle after, Progress progress)
      throws IOException {
    Files files = new Files(before, after, progress);
    List<PlatformDifference> platforms = new ArrayList<>();
    for (PlatformEntry platform : after.manifest().platforms()) {
      Optional<PlatformEntry> older = before.manifest().platform(platform.id());
      files.compare(older.orElse(null), platform).ifPresent(platforms::add);
    }
    for (PlatformEntry platform : before.manifest().platforms()) {
      if (after.manifest().platform(platform.id()).isEmpty()) {
        files.compare(platform, null).ifPresent(platforms::add);
      }
    }
    return new BundleDifference(sameDesign(before.manifest(), after.manifest()), platforms);
  }

  private static boolean sameDesign(BundleManifest before, BundleManifest after) {
    return before.design() != null
        && after.design() != null
        && before.design().digest() != null
        && Objects.equals(before.design().digest(), after.design().digest());
  }

  /** Whether both bundles make every platform do the same. */
  public boolean isEmpty() {
    return platforms.isEmpty();
  }

  /** How many rules were changed in that way, over all platforms. */
  public long rules(Change kind) {
    return platforms.stream().mapToLong(platform -> platform.rules(kind)).sum();
  }

  /** The counts in words, for instance {@code 2 rules added, 1 changed}; {@code no difference}. */
  public String summary() {
    if (isEmpty()) {
      return "no difference";
    }
    StringJoiner words = new StringJoiner(", ");
    for (Change kind : Change.values()) {
      long rules = rules(kind);
      if (rules > 0) {
        String noun = words.length() > 0 ? "" : rules == 1 ? " rule" : " rules";
        words.add(rules + noun + " " + kind.word());
      }
    }
    long lines =
        platforms.stream()
            .mapToLong(platform -> platform.lines(Change.ADDED) + platform.lines(Change.REMOVED))
            .sum();
    if (lines > 0) {
      words.add(lines + (lines == 1 ? " other line" : " other lines"));
    }
    return words.length() == 0 ? "other options or files" : words.toString();
  }

  private record Files(StoredBundle before, StoredBundle after, Progress progress) {
    Optional<PlatformDifference> compare(PlatformEntry older, PlatformEntry newer)
        throws IOException {
      PlatformEntry any = newer == null ? older : newer;
      List<FileDifference> files =
          new FileComparison(before, after, progress)
              .compare(
                  older == null ? List.of() : older.files(),
                  newer == null ? List.of() : newer.files());
      List<PlatformDifference.OptionDifference> options =
          older == null || newer == null ? List.of() : options(older, newer);
      if (older != null && newer != null && files.isEmpty() && options.isEmpty()) {
        return Optional.empty();
      }
      Change change =
          older == null ? Change.ADDED : newer == null ? Change.REMOVED : Change.CHANGED;
      return Optional.of(new PlatformDifference(any.id(), any.title(), change, options, files));
    }

    private static List<PlatformDifference.OptionDifference> options(
        PlatformEntry older, PlatformEntry newer) {
      Set<String> keys = new TreeSet<>(older.options().keySet());
      keys.addAll(newer.options().keySet());
      List<PlatformDifference.OptionDifference> options = new ArrayList<>();
      for (String key : keys) {
        String was = older.options().get(key);
        String is = newer.options().get(key);
        if (!Objects.equals(was, is)) {
          options.add(new PlatformDifference.OptionDifference(key, was, is));
        }
      }
      return options;
    }
  }
}
