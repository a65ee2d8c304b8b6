package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.optimise.Effort;
import org.firebreak.core.optimise.Objective;
import org.firebreak.core.optimise.Optimiser;
import org.firebreak.core.optimise.ParetoFront;
import org.firebreak.core.optimise.Plan;
import org.firebreak.core.optimise.StrategyEdit;
import org.firebreak.core.optimise.Target;
import org.firebreak.core.reach.Hops;
import org.firebreak.core.reach.RadiusKind;
import org.firebreak.imports.appliances.ApplianceFiles;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak optimise}. */
@Command(
    name = "optimise",
    description = {
      "Chooses the groups that hybrid segmentation should microsegment.",
      "",
      "Either a blast radius is asked for, and the least effort found, or an effort is given,",
      "and the least blast radius found. It is the mean over all servers unless --radius says",
      "otherwise. Servers at risk by the criteria of the design are microsegmented in any case."
    },
    footer = {
      "Exit code: 1 if no choice meets the target, else 0.",
      "",
      "Examples:",
      "  firebreak optimise shop.firebreak --goal-blast-radius 5",
      "  firebreak optimise shop.firebreak --budget-rules 300 --save-as \"300 rules\"",
      "  firebreak optimise shop.firebreak --goal-blast-radius 10 --radius internet",
      "  firebreak optimise shop.firebreak --budget-devices 8 --apply"
    })
final class OptimiseCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private DayOptions day;

  @Option(
      names = "--goal-blast-radius",
      paramLabel = "X",
      description = "At most so many servers reached from a compromised one.")
  private Double goal;

  @Option(
      names = "--radius",
      paramLabel = "KIND",
      description =
          "Which blast radius: mean (default) over all servers, worst of all, or internet for the"
              + " worst of the internet-facing ones.")
  private String radius = "mean";

  @Option(
      names = "--hops",
      paramLabel = "HOPS",
      description =
          "How far the intruder goes: any (default) number of hops, or one connection only.")
  private String hops = "any";

  @Option(
      names = "--effort",
      paramLabel = "EFFORT",
      description = "What a goal is to save: rules (default), devices or vcpu.")
  private String effort;

  @Option(
      names = "--budget-rules",
      paramLabel = "N",
      description = "At most so many rules at hosts, over all servers.")
  private Double rules;

  @Option(
      names = "--budget-devices",
      paramLabel = "N",
      description = "At most so many hosts that enforce rules, besides the central firewalls.")
  private Double devices;

  @Option(
      names = "--budget-vcpu",
      paramLabel = "N",
      description = "At most so many virtual processors for enforcement at hosts.")
  private Double vcpus;

  @Option(names = "--front", description = "Show effort against blast radius, too.")
  private boolean front;

  @Option(names = "--apply", description = "Make it the strategy of the design.")
  private boolean apply;

  @Option(
      names = "--save-as",
      paramLabel = "NAME",
      description = "Keep it in the design as a variant, in place of the one of that name.")
  private String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the design goes with --apply or --save-as (default: in place).")
  private Path output;

  OptimiseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Target target = target();
    Path file = file();
    Design loaded = design.load();
    Optimiser optimiser =
        Optimiser.of(
            loaded,
            day.toCompileOptions(),
            SizingInputs.parameters(design, loaded),
            ApplianceFiles.of(design.path()),
            console.progress());
    Plan plan;
    ParetoFront points;
    try {
      plan = optimiser.choose(target, console.progress());
      points =
          front ? optimiser.front(target.effort(), target.objective(), console.progress()) : null;
    } catch (IllegalArgumentException e) {
      throw new IOException(design.name() + ": " + e.getMessage(), e);
    }
    Path written = file != null && plan.met() ? write(loaded, plan, file) : null;
    if (console.isJson()) {
      Json.object(
          console.out(),
          "optimise",
          json -> OptimiseReport.write(json, loaded, plan, points, written));
    } else {
      OptimiseReport.lines(plan, points).forEach(console::result);
    }
    if (written != null) {
      console.say("wrote " + written);
    } else if (file != null) {
      console.warn("nothing was written, as the target is not met");
    }
    return plan.met() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private Path write(Design loaded, Plan plan, Path file) throws IOException {
    ModelEdit edit = new ModelEdit(loaded);
    if (name != null) {
      StrategyEdit.saveAs(edit, name, plan.refs());
    }
    if (apply) {
      StrategyEdit.apply(edit, plan.refs());
    }
    OutputFile.write(file, DesignFile.toBytes(loaded));
    return file;
  }

  private Target target() {
    List<Target> targets =
        Stream.of(
                goal == null ? null : goal(),
                budget("--budget-rules", Effort.RULES, rules),
                budget("--budget-devices", Effort.DEVICES, devices),
                budget("--budget-vcpu", Effort.VCPUS, vcpus))
            .filter(Objects::nonNull)
            .toList();
    if (targets.size() != 1) {
      throw usage(
          "say what is wanted by one of --goal-blast-radius, --budget-rules, --budget-devices and"
              + " --budget-vcpu");
    }
    if (goal == null && effort != null) {
      throw usage("--effort goes with --goal-blast-radius");
    }
    return targets.get(0);
  }

  private Target goal() {
    Effort saved =
        Effort.byKey(effort == null ? "rules" : effort)
            .orElseThrow(() -> usage("--effort is rules, devices or vcpu, not " + effort));
    try {
      return new Target.Goal(goal, saved, objective());
    } catch (IllegalArgumentException e) {
      throw usage("--goal-blast-radius: " + e.getMessage());
    }
  }

  private Objective objective() {
    return new Objective(
        RadiusKind.byKey(radius)
            .orElseThrow(() -> usage("--radius is mean, worst or internet, not " + radius)),
        hops());
  }

  private Hops hops() {
    return Arrays.stream(Hops.values())
        .filter(each -> each.key().equals(hops))
        .findFirst()
        .orElseThrow(() -> usage("--hops is one or any, not " + hops));
  }

  private Target budget(String option, Effort of, Double atMost) {
    try {
      return atMost == null ? null : new Target.Budget(of, atMost, objective());
    } catch (IllegalArgumentException e) {
      throw usage(option + ": " + e.getMessage());
    }
  }

  /** Where the design goes; {@code null} if it stays as it is. */
  private Path file() {
    if (!apply && name == null) {
      if (output != null) {
        throw usage("-o goes with --apply or --save-as");
      }
      return null;
    }
    if (name != null && !StrategyEdit.isName(name)) {
      throw usage("'" + name + "' cannot be the name of a strategy variant");
    }
    Path file = output == null ? design.path() : output;
    if (file == null) {
      throw usage("a design from standard input needs -o FILE");
    }
    return file;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
