package org.firebreak.model.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.FeatureNotFoundException;
import org.eclipse.emf.ecore.xmi.UnresolvedReferenceException;
import org.firebreak.model.Design;
import org.firebreak.model.Element;

/**
 * Reads and writes {@code *.firebreak} files (XMI, UTF-8); the format is in docs/file-format.md.
 */
public final class DesignFile {
  /** The format version that this program writes, and the newest that it reads. */
  public static final int FORMAT_VERSION = 1;

  /** File name extension, without the dot. */
  public static final String EXTENSION = "firebreak";

  private static final long MAX_BYTES = 1L << 29;

  private DesignFile() {}

  /**
   * Loads a design whole, or not at all.
   *
   * @throws DesignFileException if the file cannot be read or is not a complete design; the message
   *     names file, line and mend
   */
  public static Design load(Path file) throws DesignFileException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new DesignFileException(
            file.toString(), 0, "larger than 512 MiB; split the design into several");
      }
      return read(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new DesignFileException(
          file.toString(), 0, "no such file; check the path and the spelling", e);
    } catch (DesignFileException e) {
      throw e;
    } catch (IOException e) {
      throw new DesignFileException(
          file.toString(), 0, "cannot be read (" + e.getMessage() + "); check its permissions", e);
    }
  }

  /**
   * Loads a design from a stream, of which at most 512 MiB are read.
   *
   * @param name what messages call the source
   * @throws DesignFileException as {@link #load}
   */
  public static Design read(InputStream in, String name) throws DesignFileException {
    try {
      byte[] bytes = in.readNBytes((int) MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new DesignFileException(name, 0, "larger than 512 MiB; split the design");
      }
      return read(bytes, name);
    } catch (DesignFileException e) {
      throw e;
    } catch (IOException e) {
      throw new DesignFileException(name, 0, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static Design read(byte[] bytes, String name) throws DesignFileException {
    checkEncoding(bytes, name);
    DesignScan.check(new ByteArrayInputStream(bytes), name);
    DesignResource resource = DesignResource.create();
    try {
      resource.load(new ByteArrayInputStream(bytes), DesignResource.loadOptions());
    } catch (IOException e) {
      if (resource.getErrors().isEmpty()) {
        throw new DesignFileException(name, 0, "cannot be read: " + e.getMessage(), e);
      }
    } catch (RuntimeException e) {
      throw new DesignFileException(name, 0, "damaged: " + e.getMessage(), e);
    }
    if (!resource.getErrors().isEmpty()) {
      throw refusal(name, resource.getErrors().get(0));
    }
    Design design = (Design) resource.getContents().get(0);
    fillIds(design);
    design.setFormatVersion(FORMAT_VERSION);
    return design;
  }

  private static void checkEncoding(byte[] bytes, String name) throws DesignFileException {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(1 << 13);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result;
    do {
      output.clear();
      result = decoder.decode(input, output, true);
    } while (result.isOverflow());
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < input.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new DesignFileException(
          name,
          line,
          "not UTF-8 text; save the file as UTF-8, or restore it from version control or a backup");
    }
  }

  private static DesignFileException refusal(String name, Resource.Diagnostic problem) {
    String text =
        switch (problem) {
          case FeatureNotFoundException e ->
              "unknown content '" + e.getName() + "'; remove it, or correct its spelling";
          case UnresolvedReferenceException e ->
              "reference to the id "
                  + e.getReference()
                  + ", which no element has; restore the element or remove the reference";
          default -> withoutPlace(problem) + "; correct the value";
        };
    return new DesignFileException(
        name, problem.getLine(), text, problem instanceof Exception e ? e : null);
  }

  /** EMF ends its messages with a place of its own, which is that of a file that does not exist. */
  private static String withoutPlace(Resource.Diagnostic problem) {
    String message = String.valueOf(problem.getMessage());
    int place = message.lastIndexOf(" (file:");
    return place < 0 ? message : message.substring(0, place);
  }

  /** A hand-written file may leave ids out; from now on its elements keep theirs. */
  private static void fillIds(Design design) {
    if (design.getId() == null) {
      design.setId(UUID.randomUUID().toString());
    }
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Element element && element.getId() == null) {
        element.setId(UUID.randomUUID().toString());
      }
    }
  }

  /**
   * Saves a design: writes a temporary file in the same folder, forces it to the disk, then renames
   * it. If anything fails the previous file stays as it was.
   *
   * @throws IOException if the folder cannot be written
   */
  public static void save(Design design, Path file) throws IOException {
    AtomicFile.write(file, toBytes(design));
  }

  /**
   * SHA-256 of the content of the file that {@link #save} writes, 64 hexadecimal digits: the same
   * for the same design however a file of it is formatted. Elements without an id in the file get a
   * new one whenever it is read, and so another digest.
   */
  public static String digest(Design design) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(toBytes(design));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A design of one's own with the same content and ids, ready to be saved. */
  public static Design copy(Design design) {
    Design copy = EcoreUtil.copy(design);
    DesignResource.create().getContents().add(copy);
    return copy;
  }

  /** The content of the file that {@link #save} writes; the same design gives the same bytes. */
  public static byte[] toBytes(Design design) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    Resource own = design.eResource();
    try {
      if (own instanceof DesignResource) {
        own.save(out, DesignResource.saveOptions());
      } else {
        DesignResource resource = DesignResource.create();
        resource.getContents().add(design);
        resource.save(out, DesignResource.saveOptions());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serialise the design: " + e.getMessage(), e);
    }
    return out.toByteArray();
  }
}
