package org.firebreak.imports.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.input.Place;
import org.firebreak.rulebase.RuleFiles;

/**
 * The files that a user names for one rule base: each by its name, those of a folder by their paths
 * below it.
 */
final class PolicyFiles implements RuleFiles {
  private static final int HEAD = 1 << 18;

  private final Map<String, Path> files = new LinkedHashMap<>();

  /**
   * Looks at the files.
   *
   * @throws ImportException if one is missing, empty, too large or not readable, or two have the
   *     same name
   */
  static PolicyFiles of(List<Path> named, InputLimits limits) throws ImportException {
    PolicyFiles all = new PolicyFiles();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        all.addFolder(path, limits);
      } else {
        InputFile file = InputFile.of(path, limits);
        all.add(file.name(), path);
        if (all.beginning(file.name()).indexOf('\0') >= 0) {
          throw new ImportException(
              Place.of(file.name()),
              "is no text",
              "give the rule base as the text that its platform shows or saves");
        }
      }
    }
    return all;
  }

  private void addFolder(Path folder, InputLimits limits) throws ImportException {
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder)) {
      found = walk.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException e) {
      throw InputFile.unreadable(Place.of(folder.toString()), e.getCause());
    } catch (IOException e) {
      throw InputFile.unreadable(Place.of(folder.toString()), e);
    }
    for (Path path : found) {
      InputFile.of(path, limits);
      add(CleanText.printable(folder.relativize(path).toString().replace('\\', '/')), path);
    }
  }

  private void add(String name, Path path) throws ImportException {
    if (files.putIfAbsent(name, path) != null) {
      throw new ImportException(
          Place.of(name), "two files have this name", "import them one after the other");
    }
  }

  @Override
  public List<String> paths() {
    return List.copyOf(files.keySet());
  }

  @Override
  public InputStream open(String path) throws IOException {
    Path file = files.get(path);
    if (file == null) {
      throw new NoSuchFileException(path);
    }
    return TextStream.of(Files.newInputStream(file));
  }

  /** The first characters of a file. */
  String beginning(String path) throws ImportException {
    try (InputStream in = open(path)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw InputFile.unreadable(Place.of(path), e);
    }
  }
}
