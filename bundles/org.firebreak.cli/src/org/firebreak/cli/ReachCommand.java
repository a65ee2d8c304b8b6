package org.firebreak.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.reach.AttackPaths;
import org.firebreak.core.reach.BlastRadius;
import org.firebreak.model.Design;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak reach}. */
@Command(
    name = "reach",
    description = {
      "Tells which servers an intruder can reach: the blast radius.",
      "",
      "Without --from it is that of all servers; with it the hops from one of them, over permitted",
      "flows and inside groups."
    },
    footer = {
      "Examples:",
      "  firebreak reach shop.firebreak",
      "  firebreak reach shop.firebreak --from web1",
      "  firebreak reach shop.firebreak --from web1 --strategy group --against micro"
    })
final class ReachCommand implements Callable<Integer> {
  private static final int MOST_IDS = 5;

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private PolicyOptions policy;

  @Option(
      names = "--from",
      paramLabel = "SERVER",
      description = "The compromised server, by its name, id or address.")
  private String from;

  @Option(
      names = "--against",
      paramLabel = "STRATEGY",
      description =
          "Show the same under this strategy too: group, micro, hybrid, or a variant of the"
              + " design.")
  private String against;

  ReachCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Design loaded = design.load();
    CompileOptions options = policy.toCompileOptions(loaded);
    CompiledPolicy before = PolicyCompiler.compile(loaded, options);
    CompiledPolicy after =
        against == null
            ? null
            : PolicyCompiler.compile(
                loaded,
                options.withStrategy(PolicyOptions.choice(loaded, against, spec.commandLine())));
    if (from == null) {
      radius(before, after);
    } else {
      paths(before, after);
    }
    return ExitCode.DONE;
  }

  private void radius(CompiledPolicy before, CompiledPolicy after) throws IOException {
    BlastRadius radius = BlastRadius.of(before);
    BlastRadius other = after == null ? null : BlastRadius.of(after);
    if (console.isJson()) {
      Json.object(
          console.out(), "reach", json -> ReachJson.radius(json, before, radius, after, other));
    } else {
      ReachText.radius(policy.strategyName(before), radius, against, other)
          .forEach(console::result);
    }
  }

  private void paths(CompiledPolicy before, CompiledPolicy after) throws IOException {
    AttackPaths paths = AttackPaths.from(before, server(before));
    AttackPaths other = after == null ? null : AttackPaths.from(after, server(after));
    if (console.isJson()) {
      Json.object(
          console.out(), "reach", json -> ReachJson.paths(json, before, paths, after, other));
    } else {
      ReachText.paths(paths).forEach(console::result);
      if (other != null) {
        ReachText.change(paths, other, against).forEach(console::result);
      }
    }
  }

  private PolicyServer server(CompiledPolicy compiled) {
    Address address = address();
    List<PolicyServer> found =
        compiled.servers().stream()
            .filter(
                server ->
                    from.equals(server.ref().name())
                        || from.equals(server.ref().id())
                        || address != null && server.addresses().contains(address))
            .toList();
    if (found.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "the design has no server '" + from + "'");
    }
    if (found.size() > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "'"
              + from
              + "' is "
              + found.size()
              + " servers of the design; name one by its id: "
              + found.stream()
                  .limit(MOST_IDS)
                  .map(server -> server.ref().id())
                  .collect(Collectors.joining(", "))
              + (found.size() > MOST_IDS ? ", …" : ""));
    }
    return found.get(0);
  }

  /** What is named as an address, however it is written; {@code null} if it is none. */
  private Address address() {
    try {
      return Address.parse(from);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
