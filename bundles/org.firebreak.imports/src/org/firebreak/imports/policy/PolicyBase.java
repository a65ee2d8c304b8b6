package org.firebreak.imports.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.input.Place;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/**
 * A rule base that was read.
 *
 * @param name its first file, for messages and as origin of what is imported
 * @param reader what read it
 */
public record PolicyBase(String name, RuleBaseReader reader, RuleBase rules) {

  /**
   * Reads files that belong together.
   *
   * @param files files and folders
   * @param format identifier of a reader; {@code null} to recognise it
   * @throws ImportException if a file cannot be read, or nothing says what it is
   */
  public static PolicyBase read(
      List<Path> files, String format, InputLimits limits, HostAddresses hosts, Progress progress)
      throws ImportException {
    PolicyFiles input = PolicyFiles.of(files, limits);
    String name = String.valueOf(files.get(0).toAbsolutePath().normalize().getFileName());
    RuleBaseReader reader = reader(input, name, format);
    try {
      return new PolicyBase(name, reader, reader.read(input, hosts, progress));
    } catch (ImportException e) {
      throw e;
    } catch (RuleBaseException e) {
      String mend = "is it a rule base of " + reader.title() + "?";
      for (String path : input.paths()) {
        Matcher placed =
            Pattern.compile("(?s)" + Pattern.quote(path) + "(?::([0-9]{1,9}))?:? (.*)")
                .matcher(e.getMessage());
        if (placed.matches()) {
          int row = placed.group(1) == null ? 0 : Integer.parseInt(placed.group(1));
          throw new ImportException(Place.of(path).atRow(row), placed.group(2), mend, e);
        }
      }
      throw new ImportException(Place.of(name), e.getMessage(), mend, e);
    } catch (IOException e) {
      throw InputFile.unreadable(Place.of(name), e);
    }
  }

  private static RuleBaseReader reader(PolicyFiles input, String name, String format)
      throws ImportException {
    if (format != null) {
      return RuleBaseReaders.of(format)
          .orElseThrow(() -> new IllegalArgumentException("there is no format '" + format + "'"));
    }
    for (String path : input.paths()) {
      String beginning = input.beginning(path);
      for (RuleBaseReader reader : RuleBaseReaders.all()) {
        if (reader.recognises(path, beginning)) {
          return reader;
        }
      }
    }
    throw new ImportException(
        Place.of(name),
        "is no rule base that is recognised",
        "name its format: "
            + RuleBaseReaders.all().stream()
                .map(RuleBaseReader::id)
                .collect(Collectors.joining(", ")));
  }

  /** Whether a file, by its beginning, is a rule base that can be read. */
  public static boolean recognises(Path file, InputLimits limits) throws ImportException {
    PolicyFiles input = PolicyFiles.of(List.of(file), limits);
    for (String path : input.paths()) {
      String beginning = input.beginning(path);
      if (RuleBaseReaders.all().stream().anyMatch(each -> each.recognises(path, beginning))) {
        return true;
      }
    }
    return false;
  }
}
