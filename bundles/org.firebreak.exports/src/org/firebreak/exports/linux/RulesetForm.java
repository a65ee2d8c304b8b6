package org.firebreak.exports.linux;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.firebreak.exports.ExportSink;

/** The form of rulesets of one packet filter, as its change sets need to know it. */
public interface RulesetForm {
  /**
   * The files of a ruleset.
   *
   * @param ruleset path of the ruleset as {@code hosts.csv} and {@code apply.sh} name it
   */
  List<String> files(String ruleset);

  /** The ruleset to which a file belongs; empty if it is none of a ruleset. */
  Optional<String> ruleset(String path);

  /**
   * Commands that change the members of sets alone; empty if more than members differ.
   *
   * @param from lines of the ruleset in force, without comments
   * @param to lines of the ruleset that shall be, without comments
   */
  Optional<String> members(List<String> from, List<String> to);

  /**
   * Writes a ruleset without rules, which {@code apply.sh} loads to take everything away.
   *
   * @return its path
   */
  String writeRemoval(ExportSink sink) throws IOException;
}
