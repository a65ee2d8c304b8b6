package org.firebreak.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyScope;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Whom a bundle cuts off, and which part of the design it is for. */
final class PartOptions {
  @Option(
      names = "--quarantine",
      paramLabel = "SERVER",
      description =
          "Cut this server off from everybody but responders; may be repeated. Without --previous"
              + " the change set leads from the bundle without these quarantines.")
  private List<String> quarantine = new ArrayList<>();

  @Option(
      names = "--responder",
      paramLabel = "NAME",
      description =
          "Network, zone, group or server that may open connections to quarantined servers, in"
              + " addition to the responders of the design; may be repeated.")
  private List<String> responders = new ArrayList<>();

  @Option(
      names = "--scope",
      paramLabel = "NAME",
      description =
          "Only the hosts of this zone, group or server, and of central firewalls the rules that"
              + " concern its addresses; may be repeated.")
  private List<String> scope = new ArrayList<>();

  /** Whether servers are cut off that the design does not quarantine. */
  boolean quarantines() {
    return !quarantine.isEmpty();
  }

  /**
   * The options without quarantine by the command line.
   *
   * @throws CommandLine.ParameterException if the design has nothing of such a name
   */
  CompileOptions scoped(CompileOptions options, Design design, CommandLine command) {
    if (scope.isEmpty()) {
      return options;
    }
    Set<String> ids =
        NamedElements.ids(
            design,
            scope,
            "zone, group or server",
            command,
            Zone.class,
            ServerGroup.class,
            Server.class);
    return options.withScope(new PolicyScope(ids, options.scope().domain()));
  }

  /**
   * The options with it.
   *
   * @throws CommandLine.ParameterException if the design has nothing of such a name
   */
  CompileOptions quarantined(CompileOptions options, Design design, CommandLine command) {
    return options.withQuarantined(
        NamedElements.ids(design, quarantine, "server", command, Server.class),
        NamedElements.ids(
            design, responders, "network, zone, group or server", command, Endpoint.class));
  }
}
