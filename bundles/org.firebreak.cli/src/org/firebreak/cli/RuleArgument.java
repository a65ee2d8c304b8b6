package org.firebreak.cli;

import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.rules.ValidationRules;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Rules as users name them. */
final class RuleArgument {
  private RuleArgument() {}

  /**
   * The rule with an identifier, in any case.
   *
   * @throws ParameterException if there is none
   */
  static RuleInfo rule(String id, CommandLine command) {
    return ValidationRules.byId(id.strip())
        .orElseThrow(
            () ->
                new ParameterException(
                    command, "there is no rule '" + id + "'; firebreak rules lists them"))
        .info();
  }
}
