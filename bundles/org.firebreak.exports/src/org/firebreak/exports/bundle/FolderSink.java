package org.firebreak.exports.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limit;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.ObjectUse;
import org.firebreak.exports.stored.BundlePaths;

/** Streams files into a folder of a bundle, and hashes them beside that. */
final class FolderSink implements ExportSink, AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** Up to this size, in bytes, a file is written aside, when it is whole. */
  private static final long ASIDE = 1 << 20;

  private final Path root;
  private final String prefix;
  private final Set<String> taken = new HashSet<>();
  private final Set<Path> folders = new HashSet<>();
  private final List<WrittenFile> files = new ArrayList<>();
  private final List<Limitation> limitations = new ArrayList<>();
  private final Map<String, ObjectUse> uses = new LinkedHashMap<>();

  /** What is not encoded and not written yet; one for all files, as there are thousands. */
  private final StringBuilder text = new StringBuilder();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private OpenFile open;

  FolderSink(Path root, String prefix) {
    this.root = root;
    this.prefix = prefix;
  }

  /**
   * The files, all of them on the disk.
   *
   * @throws IOException if one could not be written
   */
  List<BundleFile> files() throws IOException {
    List<BundleFile> written = new ArrayList<>(files.size());
    for (WrittenFile file : files) {
      written.add(file.file());
    }
    return List.copyOf(written);
  }

  List<Limitation> limitations() {
    return List.copyOf(limitations);
  }

  List<ObjectUse> uses() {
    return List.copyOf(uses.values());
  }

  @Override
  public ExportFile open(String path, String description) throws IOException {
    if (open != null) {
      throw new IllegalStateException(open.path + " is still open");
    }
    if (!BundlePaths.isValid(path)) {
      throw new IllegalArgumentException("not a path for a bundle: " + path);
    }
    String full = prefix.isEmpty() ? path : prefix + "/" + path;
    if (!taken.add(full.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("two files of a bundle would be " + full);
    }
    Path file = root.resolve(full);
    if (folders.add(file.getParent())) {
      Files.createDirectories(file.getParent());
    }
    open = new OpenFile(full, description, file);
    return open;
  }

  @Override
  public void limitation(Limitation limitation) {
    limitations.add(limitation);
  }

  @Override
  public void made(Limit limit, long count) {
    uses.merge(
        limit.objects(),
        new ObjectUse(count, limit),
        (one, other) -> new ObjectUse(one.count() + other.count(), limit));
  }

  @Override
  public void held(Limit limit, long count) {
    uses.merge(limit.objects(), new ObjectUse(count, limit), FolderSink::fuller);
  }

  /** Places may have limits of their own, as firewalls of different models do. */
  private static ObjectUse fuller(ObjectUse one, ObjectUse other) {
    int byShare = Double.compare(one.share(), other.share());
    return byShare > 0 || byShare == 0 && one.count() >= other.count() ? one : other;
  }

  /** Waits until nothing more is written into the folder. */
  @Override
  public void close() {
    files.forEach(WrittenFile::settle);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private final class OpenFile implements ExportFile {
    private final String path;
    private final String description;
    private final Path file;
    private final List<BundleFile.RuleEntry> rules = new ArrayList<>();
    private final List<byte[]> portions = new ArrayList<>(1);
    private MessageDigest digest;
    private OutputStream out;
    private long size;

    OpenFile(String path, String description, Path file) {
      this.path = path;
      this.description = description;
      this.file = file;
      text.setLength(0);
      bytes.reset();
    }

    @Override
    public ExportFile write(CharSequence more) throws IOException {
      text.append(more);
      if (text.length() >= BUFFER) {
        flush();
      }
      return this;
    }

    @Override
    public ExportFile write(byte[] utf8) throws IOException {
      encode();
      bytes.writeBytes(utf8);
      if (bytes.size() >= BUFFER) {
        flush();
      }
      return this;
    }

    private void encode() {
      if (!text.isEmpty()) {
        bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
      }
    }

    private void flush() throws IOException {
      encode();
      byte[] portion = bytes.toByteArray();
      bytes.reset();
      size += portion.length;
      portions.add(portion);
      if (size > ASIDE) {
        if (out == null) {
          out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
          digest = sha256();
        }
        for (byte[] each : portions) {
          out.write(each);
          digest.update(each);
        }
        portions.clear();
      }
    }

    @Override
    public void provenance(Rule rule, String nameOnPlatform) {
      rules.add(new BundleFile.RuleEntry(rule.id(), nameOnPlatform, rule.kind(), rule.origins()));
    }

    @Override
    public void close() throws IOException {
      if (open == this) {
        open = null;
        try {
          flush();
        } finally {
          if (out != null) {
            out.close();
          }
        }
        Future<String> written =
            digest == null ? WrittenFile.begin(file, portions) : WrittenFile.done(digest);
        files.add(new WrittenFile(path, description, size, written, List.copyOf(rules)));
      }
    }
  }
}
