package org.firebreak.ui.files;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.firebreak.model.io.AtomicFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The designs that ship with the product: in {@code samples/} of this bundle, or, while it runs
 * from its sources, in the project that {@code -Dfirebreak.root} names.
 */
public final class Samples {
  private static final String SOURCES_PROPERTY = "firebreak.root";
  private static List<Sample> all;

  private Samples() {}

  /** The samples by title; what cannot be read is left out and logged. */
  public static synchronized List<Sample> all() {
    if (all == null) {
      List<Sample> found = new ArrayList<>();
      contents().forEach(url -> describe(url, found));
      found.sort(Comparator.comparing(Sample::title, String.CASE_INSENSITIVE_ORDER));
      all = List.copyOf(found);
    }
    return all;
  }

  /**
   * The user's copy of a sample, which is an ordinary design file in the workspace: it can be
   * edited and saved. It is made when the sample is opened for the first time.
   *
   * @throws IOException if the workspace cannot be written
   */
  public static Path copyOf(Sample sample) throws IOException {
    Path folder =
        new File(Platform.getInstanceLocation().getURL().getPath()).toPath().resolve("samples");
    Path copy = folder.resolve(sample.fileName());
    if (!Files.exists(copy)) {
      Files.createDirectories(folder);
      try (InputStream in = sample.content().openStream()) {
        AtomicFile.write(copy, in.readAllBytes());
      }
    }
    return copy;
  }

  private static List<URL> contents() {
    Bundle bundle = FrameworkUtil.getBundle(Samples.class);
    Enumeration<URL> entries = bundle.findEntries("samples", "*" + DesignFiles.ENDING, true);
    if (entries != null) {
      return Collections.list(entries);
    }
    String root = System.getProperty(SOURCES_PROPERTY);
    return root == null ? List.of() : filesIn(Path.of(root, "samples"));
  }

  private static List<URL> filesIn(Path folder) {
    List<URL> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + DesignFiles.ENDING)) {
      for (Path file : found) {
        files.add(file.toUri().toURL());
      }
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every path has a URL", e);
    } catch (IOException e) {
      ILog.of(Samples.class).warn("The samples in " + folder + " cannot be read", e);
    }
    return files;
  }

  /** Reads the start of the file alone: name and description are attributes of its root. */
  private static void describe(URL content, List<Sample> found) {
    String path = content.getPath();
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = content.openStream()) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      reader.nextTag();
      String name = reader.getAttributeValue(null, "name");
      String description = reader.getAttributeValue(null, "description");
      found.add(
          new Sample(
              fileName,
              name == null ? fileName : name,
              description == null ? "" : description,
              content));
    } catch (IOException | XMLStreamException e) {
      ILog.of(Samples.class).warn("Sample " + fileName + " cannot be read", e);
    }
  }
}
