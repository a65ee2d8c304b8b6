package org.firebreak.cli.sync;

import java.util.List;

/**
 * A program that brings an artefact into force.
 *
 * @param platform platform whose artefacts it takes; {@code null} for every platform
 * @param command name or path of the program; it is not given to a shell
 */
public record Hook(String platform, String command) {
  /**
   * Reads {@code COMMAND} or {@code PLATFORM=COMMAND}.
   *
   * @param platforms ids of the platforms that there are
   * @throws IllegalArgumentException if there is no command
   */
  public static Hook parse(String text, List<String> platforms) {
    int equals = text.indexOf('=');
    boolean named = equals > 0 && platforms.contains(text.substring(0, equals));
    Hook hook =
        named
            ? new Hook(text.substring(0, equals), text.substring(equals + 1).strip())
            : new Hook(null, text.strip());
    if (hook.command().isEmpty()) {
      throw new IllegalArgumentException("--apply takes COMMAND or PLATFORM=COMMAND");
    }
    return hook;
  }

  boolean takes(String id) {
    return platform == null || platform.equals(id);
  }
}
