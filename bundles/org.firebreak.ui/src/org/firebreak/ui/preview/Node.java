package org.firebreak.ui.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.firebreak.exports.stored.BundleManifest;
import org.firebreak.exports.stored.BundleManifest.FileEntry;
import org.firebreak.exports.stored.BundleManifest.PlatformEntry;

/** A row of the tree of files: the bundle, a platform, a folder or a file. */
record Node(String name, PlatformEntry platform, FileEntry file, List<Node> children) {

  /**
   * The rows of a bundle.
   *
   * @param shown which files are wanted; platforms and folders without any are left out
   */
  static List<Node> of(BundleManifest manifest, Predicate<FileEntry> shown) {
    List<Node> roots = new ArrayList<>();
    roots.add(new Node("Policy bundle", null, null, List.of()));
    for (PlatformEntry platform : manifest.platforms()) {
      List<FileEntry> files = platform.files().stream().filter(shown).toList();
      if (!files.isEmpty()) {
        roots.add(new Node(platform.title(), platform, null, children(platform.id(), files)));
      }
    }
    if (manifest.changes() != null) {
      List<FileEntry> files = manifest.changes().files().stream().filter(shown).toList();
      if (!files.isEmpty()) {
        roots.add(new Node("Changes since the previous bundle", null, null, children("", files)));
      }
    }
    return roots;
  }

  /** Whether this is the bundle as a whole. */
  boolean isBundle() {
    return platform == null && file == null && children.isEmpty();
  }

  /** Rules in the file, or in all files below. */
  int rules() {
    return file != null ? file.rules().size() : children.stream().mapToInt(Node::rules).sum();
  }

  /** Bytes of the file, or of all files below. */
  long size() {
    return file != null ? file.size() : children.stream().mapToLong(Node::size).sum();
  }

  private static List<Node> children(String folder, List<FileEntry> files) {
    Map<String, List<FileEntry>> below = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    int start = folder.isEmpty() ? 0 : folder.length() + 1;
    for (FileEntry file : files) {
      int slash = file.path().indexOf('/', start);
      if (slash < 0) {
        nodes.add(new Node(file.path().substring(start), null, file, List.of()));
      } else {
        below.computeIfAbsent(file.path().substring(0, slash), key -> new ArrayList<>()).add(file);
      }
    }
    List<Node> all = new ArrayList<>();
    below.forEach(
        (path, inside) ->
            all.add(new Node(path.substring(start), null, null, children(path, inside))));
    all.addAll(nodes);
    return List.copyOf(all);
  }
}
