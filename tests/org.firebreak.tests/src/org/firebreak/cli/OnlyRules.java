package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.imports.profile.ProfileFiles;

/** A profile that leaves all rules out but some, so that tests do not depend on the others. */
final class OnlyRules {
  private OnlyRules() {}

  /** Writes it beside the designs of a folder, under the name of the baseline. */
  static Path write(Path folder, String... rules) throws IOException {
    String others =
        ValidationRules.all().stream()
            .map(rule -> rule.info().id())
            .filter(id -> !Arrays.asList(rules).contains(id))
            .map(id -> '"' + id + '"')
            .collect(Collectors.joining(", "));
    return Files.writeString(
        folder.resolve(ProfileFiles.FILE_NAME),
        "{ \"name\": \"baseline\", \"disabled\": [" + others + "] }");
  }
}
