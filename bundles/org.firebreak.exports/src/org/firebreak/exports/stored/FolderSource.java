package org.firebreak.exports.stored;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A bundle in a folder. Links are no files of it: they may lead anywhere. */
record FolderSource(Path folder) implements BundleSource {
  @Override
  public SortedSet<String> paths() throws IOException {
    SortedSet<String> paths = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .forEach(file -> paths.add(folder.relativize(file).toString().replace('\\', '/')));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return paths;
  }

  @Override
  public InputStream open(String path) throws IOException {
    Path file = folder;
    for (String segment : path.split("/")) {
      file = file.resolve(segment);
      if (Files.isSymbolicLink(file)) {
        throw new NoSuchFileException(folder + "/" + path, null, "a link is no file of a bundle");
      }
    }
    if (!BundlePaths.isValid(path) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(folder + "/" + path);
    }
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() {}
}
