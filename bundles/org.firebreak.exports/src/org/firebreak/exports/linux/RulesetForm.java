package org.firebreak.exports.linux;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.firebreak.exports.ExportSink;

/** The form of rulesets of one packet filter, as its change sets need to know it. */
public interface RulesetForm {
  /**
   * What {@code steps.txt} says, in sentences.
   *
   * @param head what holds for all steps; with its end
   * @param load how a ruleset is loaded
   * @param members how commands are run that lead from one ruleset to another
   * @param remove how everything is taken away
   */
  record Texts(String head, String load, String members, String remove) {
    /**
     * The texts of rulesets that apply.sh loads.
     *
     * @param program what runs the commands
     */
    public static Texts ofScript(String program) {
      return new Texts(
          "Copy apply.sh and the ruleset to each machine, and do this in order.",
          "Load the ruleset with apply.sh",
          "Run the commands with "
              + program
              + ", which is enough until the next boot, or load the ruleset with apply.sh",
          "Load the ruleset without rules with apply.sh, as nothing is enforced there any more");
    }
  }

  /** What people are told. */
  Texts texts();

  /**
   * The files of a ruleset.
   *
   * @param ruleset path of the ruleset as {@code hosts.csv} and {@code apply.sh} name it
   */
  List<String> files(String ruleset);

  /** The ruleset to which a file belongs; empty if it is none of a ruleset. */
  Optional<String> ruleset(String path);

  /**
   * Commands that lead from one ruleset to another without loading it as a whole, as do those that
   * change members of sets alone; empty if there are none that do.
   *
   * @param from lines of the ruleset in force, without comments
   * @param to lines of the ruleset that shall be, without comments
   */
  Optional<String> members(List<String> from, List<String> to);

  /**
   * Name of the file with such commands.
   *
   * @param ruleset the ruleset to which they lead
   * @param from tells from which, if not from the one of the same name
   */
  default String members(String ruleset, String from) {
    return ruleset + from;
  }

  /**
   * Writes a ruleset without rules, which {@code apply.sh} loads to take everything away.
   *
   * @return its path
   */
  String writeRemoval(ExportSink sink) throws IOException;
}
