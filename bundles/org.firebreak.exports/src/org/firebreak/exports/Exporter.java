package org.firebreak.exports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.progress.Progress;

/** Writes a compiled policy in the form of one platform. Implementations are stateless. */
public interface Exporter {
  /** Short name in lower case: what {@code --platform} takes and what its folder is called. */
  String id();

  /** Name for people. */
  String title();

  /** What it writes, in a sentence. */
  String description();

  /** Other names under which an enforcement point may name this platform, in lower case. */
  default Set<String> aliases() {
    return Set.of();
  }

  /** What the user may set; command line, wizard and help are generated from it. */
  List<ExportOption> options();

  /** What the platform can express; what it cannot is reported as {@link Limitation}s. */
  Set<Capability> capabilities();

  /**
   * Writes the files of the request's rule sets. The same request gives the same bytes.
   *
   * @throws org.firebreak.core.progress.CancelledException if the user cancelled
   * @throws IOException if a file cannot be written
   */
  void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException;

  /**
   * Writes the explicit steps from one bundle to another; empty if applying the new files alone
   * leaves nothing of the old ones in force.
   */
  default Optional<ChangeWriter> changes() {
    return Optional.empty();
  }
}
