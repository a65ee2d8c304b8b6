package org.firebreak.cli.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;

/** The file of a design, parsed again only if its bytes have changed. Not for several threads. */
final class DesignSource {
  private final Path file;
  private byte[] bytes;
  private Design design;
  private Design spare;

  DesignSource(Path file) {
    this.file = file;
  }

  /** A design of one's own, as the file is now. */
  Design load() throws IOException {
    byte[] now = Files.readAllBytes(file);
    if (!Arrays.equals(now, bytes)) {
      design = DesignFile.read(new ByteArrayInputStream(now), file.toString());
      spare = null;
      bytes = now;
    }
    prepare();
    Design own = spare;
    spare = null;
    return own;
  }

  /** Makes what the next {@link #load} gives, if the file stays as it is. */
  void prepare() {
    if (spare == null && design != null) {
      spare = DesignFile.copy(design);
    }
  }

  /**
   * Replaces the file, unless somebody has changed it since it was loaded.
   *
   * @return whether the file is as wanted
   */
  boolean replace(byte[] content) throws IOException {
    if (Arrays.equals(content, bytes)) {
      return true;
    }
    if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
      return false;
    }
    OutputFile.write(file, content);
    return true;
  }
}
