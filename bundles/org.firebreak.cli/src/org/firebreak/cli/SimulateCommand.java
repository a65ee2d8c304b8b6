package org.firebreak.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.cli.io.Texts;
import org.firebreak.cli.simulate.TupleFile;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.simulate.Answer;
import org.firebreak.core.simulate.Query;
import org.firebreak.core.simulate.QueryException;
import org.firebreak.core.simulate.Simulator;
import org.firebreak.model.Design;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak simulate}. */
@Command(
    name = "simulate",
    description = {
      "Says whether a design permits a connection, and why.",
      "",
      "The answer names the flow or tripwire that decides, and where it is enforced. Ends are"
          + " names",
      "of servers or addresses. One connection is given by options, many by a table."
    },
    footer = {
      "A table has the columns src, dst, protocol, port, and maybe icmp_type, icmp_code, tenant.",
      "The result has these and verdict, flow, tripwire, enforced_at, reason. The verdict is"
          + " permit,",
      "deny, alert, out-of-scope, or error for a row that has no definite answer.",
      "",
      "Exit code: 1 if the verdict is not that of --expect, or a row of the table is in error; 2"
          + " if",
      "an end is unknown or ambiguous; else 0.",
      "",
      "Examples:",
      "  firebreak simulate shop.firebreak --from web1 --to db1 --protocol tcp --port 5432",
      "  firebreak simulate shop.firebreak --from 192.0.2.7 --to web1 --protocol tcp --port 22 \\",
      "      --expect alert",
      "  firebreak simulate shop.firebreak --tuples tuples.csv -o verdicts.csv"
    })
final class SimulateCommand implements Callable<Integer> {
  private static final int SHOWN_PROBLEMS = 20;

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private PolicyOptions policy;

  @Option(names = "--from", paramLabel = "END", description = "Client: a server or an address.")
  private String from;

  @Option(names = "--to", paramLabel = "END", description = "Server: a server or an address.")
  private String to;

  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      description = "tcp, udp, icmp, icmpv6, sctp, esp, gre, or a protocol number.")
  private String protocol;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "",
      description = "Destination port, for tcp, udp and sctp.")
  private String port;

  @Option(
      names = "--icmp-type",
      paramLabel = "TYPE",
      defaultValue = "",
      description = "ICMP type (default: echo request).")
  private String icmpType;

  @Option(
      names = "--icmp-code",
      paramLabel = "CODE",
      defaultValue = "",
      description = "ICMP code (default: 0).")
  private String icmpCode;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      defaultValue = "",
      description =
          "Look both ends up in the routing domain of this tenant, or of what no tenant owns"
              + " (shared); needed only where a name or an address exists several times.")
  private String tenant;

  @Option(
      names = "--expect",
      paramLabel = "VERDICT",
      description = "permit, deny, alert or out-of-scope; another verdict makes the exit code 1.")
  private String expected;

  @Option(
      names = "--tuples",
      paramLabel = "FILE",
      description = "Table of connections, CSV or XLSX; - reads CSV from standard input.")
  private String tuples;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the table of verdicts goes, as CSV (default: standard output).")
  private Path output;

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    checkOptions();
    Design loaded = design.load();
    CompiledPolicy compiled = PolicyCompiler.compile(loaded, policy.toCompileOptions(loaded));
    Simulator simulator = new Simulator(compiled);
    return tuples == null ? one(simulator, compiled) : many(simulator);
  }

  private void checkOptions() {
    if (tuples == null) {
      if (from == null || to == null || protocol == null) {
        throw usage("name a connection by --from, --to and --protocol, or a table by --tuples");
      }
      if (output != null) {
        throw usage("-o goes with --tuples; one verdict is printed");
      }
      if (expected != null
          && !List.of("permit", "deny", "alert", "out-of-scope").contains(expected)) {
        throw usage("--expect takes permit, deny, alert or out-of-scope, not '" + expected + "'");
      }
    } else if (from != null || to != null || protocol != null || expected != null) {
      throw usage("--tuples does not go with --from, --to, --protocol and --expect");
    } else if (console.isJson()) {
      throw usage("--tuples writes CSV; leave out --json");
    }
  }

  private int one(Simulator simulator, CompiledPolicy compiled) throws IOException {
    Answer answer;
    try {
      answer = simulator.answer(new Query(from, to, protocol, port, icmpType, icmpCode, tenant));
    } catch (QueryException e) {
      throw usage(e.getMessage());
    }
    AnswerReport report = new AnswerReport(answer, compiled);
    if (console.isJson()) {
      report.writeJson(console.out());
    } else {
      report.lines().forEach(console::result);
    }
    if (expected == null || expected.equals(answer.verdictText())) {
      return ExitCode.DONE;
    }
    console.warn("expected " + expected + ", but the verdict is " + answer.verdictText());
    return ExitCode.FINDINGS;
  }

  private int many(Simulator simulator) throws IOException {
    if (!tuples.equals("-")) {
      return many(simulator, Path.of(tuples));
    }
    // The table is read twice, once to see what it is.
    Path copy = Files.createTempFile("firebreak-tuples", ".csv");
    try {
      Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
      return many(simulator, copy);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private int many(Simulator simulator, Path input) throws IOException {
    if (output == null) {
      return many(simulator, input, console.out());
    }
    try (OutputFile file = OutputFile.create(output)) {
      int exitCode = many(simulator, input, file.stream());
      file.commit();
      return exitCode;
    }
  }

  private int many(Simulator simulator, Path input, OutputStream out) throws IOException {
    List<String> shown = new ArrayList<>();
    Map<String, Long> counts =
        TupleFile.run(
            simulator,
            input,
            out,
            problem -> {
              if (shown.size() < SHOWN_PROBLEMS) {
                shown.add(problem);
              }
            },
            console.progress());
    shown.forEach(console::warn);
    long errors = counts.getOrDefault(TupleFile.ERROR, 0L);
    if (errors > shown.size()) {
      console.warn("… and " + (errors - shown.size()) + " more rows in error");
    }
    console.say(summary(counts));
    return errors == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private static String summary(Map<String, Long> counts) {
    long rows = counts.values().stream().mapToLong(Long::longValue).sum();
    StringBuilder text = new StringBuilder(Texts.count(rows, "row"));
    counts.forEach((verdict, count) -> text.append(", ").append(count).append(' ').append(verdict));
    return text.toString();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
