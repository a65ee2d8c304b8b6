package org.firebreak.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The user guide: the pages of {@code docs/user/}, which ship in this bundle, or, while it runs
 * from its sources, are read from the project that {@code -Dfirebreak.root} names.
 */
public final class Guide {
  /** The pages in the order in which one reads them. */
  private static final List<String> ORDER =
      List.of(
          "first-design",
          "window",
          "tables",
          "import",
          "validation",
          "rules",
          "sizing",
          "export",
          "diff",
          "command-line");

  private static Guide instance;

  private final List<GuidePage> pages;
  private final Source source;

  /** Where the files are; {@code null} if one is not there. */
  @FunctionalInterface
  public interface Source {
    InputStream open(String path) throws IOException;
  }

  private Guide(List<GuidePage> pages, Source source) {
    this.pages = List.copyOf(pages);
    this.source = source;
  }

  /** The guide of the running program. */
  public static synchronized Guide get() {
    if (instance == null) {
      instance = read(shipped());
    }
    return instance;
  }

  /** Reads a guide; pages that are missing are left out. */
  public static Guide read(Source source) {
    List<GuidePage> pages = new ArrayList<>();
    for (String id : ORDER) {
      try (InputStream in = source.open("user/" + id + ".md")) {
        if (in != null) {
          pages.add(GuidePage.of(id, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
      } catch (IOException e) {
        throw new IllegalStateException("the page " + id + " of the guide cannot be read", e);
      }
    }
    return new Guide(pages, source);
  }

  /** The files of a folder {@code docs}. */
  public static Source folder(Path docs) {
    return path -> {
      Path file = docs.resolve(path).normalize();
      return file.startsWith(docs) && Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    };
  }

  public List<GuidePage> pages() {
    return pages;
  }

  public Optional<GuidePage> page(String id) {
    return pages.stream().filter(page -> page.id().equals(id)).findFirst();
  }

  /**
   * A picture that a page names.
   *
   * @param path as in the page, {@code ../images/window.png}
   * @return {@code null} if there is none
   * @throws IOException if it cannot be read
   */
  public InputStream picture(String path) throws IOException {
    return source.open(Path.of("user").resolve(path).normalize().toString().replace('\\', '/'));
  }

  private static Source shipped() {
    Bundle bundle = FrameworkUtil.getBundle(Guide.class);
    if (bundle.getEntry("docs/user/window.md") == null) {
      return folder(Path.of(System.getProperty("firebreak.root", "."), "docs"));
    }
    return path -> {
      URL url = bundle.getEntry("docs/" + path);
      return url == null ? null : url.openStream();
    };
  }
}
