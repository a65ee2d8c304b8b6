package org.firebreak.cli;

import java.time.LocalDate;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.model.Design;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a policy depends on besides the design. */
final class PolicyOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private DayOptions day;

  @Option(
      names = "--strategy",
      paramLabel = "STRATEGY",
      description =
          "Use group, micro or hybrid segmentation, or a variant that the design keeps, instead of"
              + " the design's own strategy.")
  private String strategy;

  /** The day on which expiry is judged. */
  LocalDate evaluationDate() {
    return day.evaluationDate();
  }

  /**
   * For a design.
   *
   * @throws ParameterException if the design has no such strategy
   */
  CompileOptions toCompileOptions(Design design) {
    return day.toCompileOptions().withStrategy(choice(design, strategy, spec.commandLine()));
  }

  /** What the user called the strategy, else its kind. */
  String strategyName(CompiledPolicy policy) {
    return strategy == null ? policy.strategy().getLiteral() : strategy;
  }

  /**
   * A strategy by its name.
   *
   * @param name {@code null} for the design's own
   * @throws ParameterException if the design has no such strategy
   */
  static StrategyChoice choice(Design design, String name, CommandLine command) {
    return name == null
        ? StrategyChoice.AS_DESIGNED
        : StrategyChoice.named(design, name)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command,
                        "the design has no strategy '"
                            + name
                            + "'; there are "
                            + StrategyChoice.names(design)));
  }
}
