package org.firebreak.ui.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.firebreak.diagram.FileStamp;

/** SHA-256 of files, computed once for each state of a file. For any thread but that of the UI. */
final class FileHash {
  private record State(Path file, FileStamp stamp) {}

  private final Map<State, String> known = new ConcurrentHashMap<>();

  /** The hash of a file in a state, hexadecimal; empty if it is in another state by now. */
  String of(Path file, FileStamp stamp) {
    String hash = known.get(new State(file, stamp));
    if (hash != null) {
      return hash;
    }
    String now = now(file);
    if (now.isEmpty() || !FileStamp.of(file).equals(stamp)) {
      return "";
    }
    known.put(new State(file, stamp), now);
    return now;
  }

  /** The hash of a file as it is now; empty if it cannot be read. */
  static String now(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      // Gone or locked: nothing is known of its content.
      return "";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
