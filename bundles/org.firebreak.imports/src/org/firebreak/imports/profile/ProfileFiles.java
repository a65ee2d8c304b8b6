package org.firebreak.imports.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.validation.ShippedProfiles;
import org.firebreak.core.validation.ValidationProfile;

/** Finds the validation profile of a design. The command line and the window both ask here. */
public final class ProfileFiles {
  /** Name of a project's own profile, which lies in the folder of its designs. */
  public static final String FILE_NAME = "firebreak-profile.json";

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_FILES = 8;

  private ProfileFiles() {}

  /** The keys that a profile file may have. */
  public static List<String> keys() {
    return ProfileReader.KEYS;
  }

  /**
   * The profile by which a design is judged: the file {@value #FILE_NAME} in its folder, or the
   * baseline if there is none.
   *
   * @param design the file of the design, which need not exist; {@code null} if it has none
   * @throws ProfileException if there is a file that cannot be used
   */
  public static ValidationProfile of(Path design) throws ProfileException {
    Optional<Path> file = beside(design);
    return file.isPresent() ? read(file.get()) : ValidationProfile.BASELINE;
  }

  /**
   * The project's own profile in the folder of a design.
   *
   * @param design {@code null} if it has no file
   */
  public static Optional<Path> beside(Path design) {
    if (design == null) {
      return Optional.empty();
    }
    return Optional.of(design.toAbsolutePath().normalize().resolveSibling(FILE_NAME))
        .filter(Files::exists);
  }

  /**
   * Whether {@link #named} has something to read: a profile ships under that name, or it is the
   * path of a file, be it missing.
   */
  public static boolean exists(String nameOrFile) throws ProfileException {
    return ShippedProfiles.byName(nameOrFile).isPresent()
        || isPath(nameOrFile)
        || Files.exists(path(nameOrFile, nameOrFile));
  }

  /**
   * A profile that ships with the product, or one of a file.
   *
   * @param nameOrFile {@code strict}, or a path
   * @throws ProfileException if it is neither, or if the file cannot be used
   */
  public static ValidationProfile named(String nameOrFile) throws ProfileException {
    if (!exists(nameOrFile)) {
      throw new ProfileException(
          nameOrFile,
          0,
          0,
          NearName.message("profile or file", nameOrFile, ShippedProfiles.names()),
          null);
    }
    Optional<ValidationProfile> shipped = ShippedProfiles.byName(nameOrFile);
    return shipped.isPresent() ? shipped.get() : read(path(nameOrFile, nameOrFile));
  }

  /**
   * Reads a file of at most 1 MiB, and those that it extends.
   *
   * @throws ProfileException if it cannot be read or is no complete profile
   */
  public static ValidationProfile read(Path file) throws ProfileException {
    return read(file, new ArrayList<>());
  }

  private static ValidationProfile read(Path file, List<Path> readers) throws ProfileException {
    Path real = file.toAbsolutePath().normalize();
    String name = file.toString();
    if (readers.contains(real)) {
      throw new ProfileException(name, 0, 0, "extends itself; remove one of the extends", null);
    }
    if (readers.size() == MOST_FILES) {
      throw new ProfileException(
          name, 0, 0, "more than " + MOST_FILES + " files extend each other; join some", null);
    }
    readers.add(real);
    ProfileReader.Bases bases = (base, from) -> base(base, from, file, readers);
    return ProfileReader.read(text(file), name, stem(real), bases);
  }

  private static ValidationProfile base(
      String base, PlacedJson.Value from, Path file, List<Path> readers) throws ProfileException {
    Optional<ValidationProfile> shipped = ShippedProfiles.byName(base);
    if (shipped.isPresent()) {
      return shipped.get();
    }
    if (!isPath(base)) {
      throw new ProfileException(
          file.toString(),
          from.line(),
          from.column(),
          "extends: " + NearName.message("profile", base, ShippedProfiles.names()),
          null);
    }
    return read(file.resolveSibling(path(base, file.toString())), readers);
  }

  private static boolean isPath(String text) {
    return text.endsWith(".json") || text.contains("/") || text.contains("\\");
  }

  private static Path path(String text, String file) throws ProfileException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new ProfileException(file, 0, 0, "not a file name: " + e.getMessage(), e);
    }
  }

  private static String text(Path file) throws ProfileException {
    String name = file.toString();
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new ProfileException(name, 0, 0, "is not a file; name a profile file", null);
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
          throw new ProfileException(
              name, 0, 0, "larger than 1 MiB; remove what is not needed", null);
        }
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      }
    } catch (ProfileException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new ProfileException(name, 0, 0, "no such file; check the path and the spelling", e);
    } catch (CharacterCodingException e) {
      throw new ProfileException(name, 0, 0, "not UTF-8 text; save the file as UTF-8", e);
    } catch (IOException e) {
      throw new ProfileException(
          name, 0, 0, "cannot be read (" + e.getMessage() + "); check its permissions", e);
    }
  }

  /** The folder's name for the usual file name, which alone would say nothing. */
  private static String stem(Path file) {
    String called = file.getFileName().toString();
    Path folder = file.getParent();
    if (called.equals(FILE_NAME) && folder != null && folder.getFileName() != null) {
      return folder.getFileName().toString();
    }
    return called.endsWith(".json") ? called.substring(0, called.length() - 5) : called;
  }
}
