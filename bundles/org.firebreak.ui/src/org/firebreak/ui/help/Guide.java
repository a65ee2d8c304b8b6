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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
          "comparison",
          "reports",
          "export",
          "verify",
          "diff",
          "automation",
          "command-line");

  /** The pages about one platform each, in the folder {@code platforms}. */
  private static final List<String> PLATFORMS =
      List.of(
          "nsx",
          "panos",
          "panos-vm",
          "aci",
          "nftables",
          "iptables",
          "windows",
          "kubernetes",
          "cilium",
          "calico",
          "cluster-network-policy",
          "aws",
          "azure",
          "gcp",
          "suricata",
          "sigma",
          "rsyslog");

  private static final String PLATFORM = "platform-";
  private static final Pattern PAGE =
      Pattern.compile("(?:[.][.]/|platforms/)?([a-z0-9-]+)[.]md(#.*|)");

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
    ORDER.forEach(id -> add(pages, id, "user/" + id + ".md", source));
    PLATFORMS.forEach(id -> add(pages, PLATFORM + id, "user/platforms/" + id + ".md", source));
    return new Guide(pages, source);
  }

  private static void add(List<GuidePage> pages, String id, String path, Source source) {
    try (InputStream in = source.open(path)) {
      if (in != null) {
        pages.add(GuidePage.of(id, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new IllegalStateException("the page " + id + " of the guide cannot be read", e);
    }
  }

  /**
   * The address of a page, maybe with a section, from a link as the files have it.
   *
   * @param link {@code export.md#options}, {@code platforms/nsx.md} or, from there, {@code
   *     ../export.md}; links to elsewhere stay as they are
   */
  static String address(String link) {
    Matcher page = PAGE.matcher(link);
    if (!page.matches()) {
      return link;
    }
    boolean platform = PLATFORMS.contains(page.group(1)) && !ORDER.contains(page.group(1));
    return (platform ? PLATFORM : "") + page.group(1) + page.group(2);
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
