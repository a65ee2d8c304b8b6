package org.firebreak.cli.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.cli.io.Texts;

/** Runs hooks one after the other, each without a shell, until one fails. */
final class HookRun {
  /** Names the hook that runs, in the folder where it is applied from. */
  static final String NOTE = "running";

  private static final int TOLD = 5;

  private final List<Hook> hooks;
  private final Duration timeout;
  private final Path bundle;
  private final Path folder;
  private int number;

  /**
   * @param folder where tables of machines and what hooks print are kept
   */
  HookRun(List<Hook> hooks, Duration timeout, Path bundle, Path folder) {
    this.hooks = hooks;
    this.timeout = timeout;
    this.bundle = bundle;
    this.folder = folder;
  }

  /** The artefacts that no hook takes. */
  List<Artefact> orphans(List<Artefact> artefacts) {
    return artefacts.stream()
        .filter(each -> hooks.stream().noneMatch(hook -> hook.takes(each.platform())))
        .toList();
  }

  /** What would be run for an artefact, a line for each hook. */
  List<String> lines(Artefact artefact) {
    List<String> lines = new ArrayList<>();
    for (Hook hook : hooks) {
      if (hook.takes(artefact.platform())) {
        String hosts =
            artefact.hosts().isEmpty()
                ? ""
                : "   (" + Texts.count(artefact.hosts().size(), "machine") + ")";
        lines.add(hook.command() + " " + String.join(" ", artefact.arguments()) + hosts);
      }
    }
    return lines;
  }

  /**
   * Brings an artefact into force.
   *
   * @return what went wrong; {@code null} if nothing did
   */
  String apply(Artefact artefact) throws IOException {
    Files.createDirectories(folder);
    number++;
    Path hosts = folder.resolve("%03d-hosts.csv".formatted(number));
    Files.writeString(
        hosts,
        Artefact.HEAD
            + "\n"
            + String.join("", artefact.hosts().stream().map(h -> h + "\n").toList()));
    for (Hook hook : hooks) {
      if (hook.takes(artefact.platform())) {
        String failure = run(hook, artefact, hosts);
        if (failure != null) {
          return failure;
        }
      }
    }
    return null;
  }

  private String run(Hook hook, Artefact artefact, Path hosts) throws IOException {
    List<String> line = new ArrayList<>(List.of(hook.command()));
    line.addAll(artefact.arguments());
    Path log = folder.resolve("%03d.log".formatted(number));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(hosts.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("FIREBREAK_PLATFORM", artefact.platform());
    environment.put("FIREBREAK_ACTION", artefact.action());
    environment.put("FIREBREAK_FILE", artefact.file().toString());
    environment.put(
        "FIREBREAK_MEMBERS", artefact.members() == null ? "" : artefact.members().toString());
    environment.put("FIREBREAK_HOSTS", hosts.toString());
    environment.put("FIREBREAK_BUNDLE", bundle.toString());
    HookProcess process;
    try {
      process = HookProcess.start(builder, folder.resolve(NOTE));
    } catch (IOException e) {
      return hook.command() + " cannot be started: " + e.getMessage();
    }
    Optional<Integer> exit = process.await(timeout);
    if (exit.isEmpty()) {
      return hook.command() + " took longer than " + timeout.toSeconds() + " s and was ended";
    }
    return exit.get() == 0 ? null : hook.command() + " ended with " + exit.get() + tail(log);
  }

  private static String tail(Path log) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip().lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - TOLD), lines.size());
    return last.isEmpty() ? "" : ": " + String.join(" | ", last);
  }
}
