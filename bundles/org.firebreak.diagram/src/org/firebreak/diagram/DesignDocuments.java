package org.firebreak.diagram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.DesignFileException;

/** The open designs, one document a file. To be used on the UI thread. */
public final class DesignDocuments {
  private static final Map<DesignDocument, Integer> HOLDERS = new LinkedHashMap<>();

  private DesignDocuments() {}

  /**
   * The document of a file, loaded if nobody holds it yet. Whoever opens a document {@linkplain
   * #release releases} it.
   *
   * @throws DesignFileException if the file is no complete design; the message names line and mend
   */
  public static DesignDocument open(Path file) throws DesignFileException {
    Optional<DesignDocument> present = find(file);
    return hold(
        present.isPresent()
            ? present.get()
            : new DesignDocument(DesignFile.load(file), canonical(file)));
  }

  /**
   * The document of a file that was loaded elsewhere, for instance in a job; if somebody else has
   * opened it meanwhile, theirs. Whoever takes it {@linkplain #release releases} it.
   */
  public static DesignDocument adopt(Design loaded, Path file) {
    return hold(find(file).orElseGet(() -> new DesignDocument(loaded, canonical(file))));
  }

  /** A document without a file; whoever creates it {@linkplain #release releases} it. */
  public static DesignDocument untitled(Design design) {
    return hold(new DesignDocument(design, null));
  }

  /** The document of a file, if it is open. */
  public static Optional<DesignDocument> find(Path file) {
    Path wanted = canonical(file);
    return HOLDERS.keySet().stream()
        .filter(document -> Objects.equals(document.file(), wanted))
        .findFirst();
  }

  /** All open documents, the one opened first first. */
  public static List<DesignDocument> all() {
    return List.copyOf(HOLDERS.keySet());
  }

  /** Holds a document once more; {@link #release} ends it. */
  public static DesignDocument hold(DesignDocument document) {
    HOLDERS.merge(document, 1, Integer::sum);
    return document;
  }

  /** Ends one hold; after the last the document is closed and forgotten. */
  public static void release(DesignDocument document) {
    HOLDERS.computeIfPresent(document, (key, holders) -> holders == 1 ? null : holders - 1);
  }

  /** One spelling for one file, whether or not it exists. */
  static Path canonical(Path file) {
    try {
      if (Files.exists(file)) {
        return file.toRealPath();
      }
    } catch (IOException e) {
      // An unreadable folder; the plain path names the file as well.
      return file.toAbsolutePath().normalize();
    }
    return file.toAbsolutePath().normalize();
  }
}
