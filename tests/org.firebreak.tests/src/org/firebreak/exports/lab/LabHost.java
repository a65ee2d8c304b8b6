package org.firebreak.exports.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The agent process in the namespace of one host. */
final class LabHost implements AutoCloseable {
  private static final List<String> CLASSES = List.of("LabAgent", "LabAgent$Probe");

  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final Writer commands;

  private LabHost(String name, Process process) {
    this.name = name;
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.US_ASCII);
    this.commands = process.outputWriter(StandardCharsets.US_ASCII);
  }

  /** Copies the agent's classes to a folder from which it can be run alone. */
  static void install(Path classes) throws IOException {
    Path folder = Files.createDirectories(classes.resolve("org/firebreak/exports/lab"));
    for (String name : CLASSES) {
      try (InputStream in = LabHost.class.getResourceAsStream(name + ".class")) {
        Files.copy(in, folder.resolve(name + ".class"));
      }
    }
  }

  /** Starts an agent; {@link #awaitReady} says when it answers. */
  static LabHost start(String name, String namespace, Path classes, List<String> ports)
      throws IOException {
    List<String> line = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx24m", "-Xss256k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-cp", classes.toString(), "org.firebreak.exports.lab.LabAgent"));
    line.addAll(ports);
    ProcessBuilder builder = LabNetwork.command(line);
    builder.redirectError(classes.resolve(name + ".err").toFile());
    return new LabHost(name, builder.start());
  }

  void awaitReady() throws IOException {
    String line = answers.readLine();
    if (!"ready".equals(line)) {
      throw new IOException("agent of " + name + " did not start: " + line);
    }
  }

  /** Begins attempts, by index in the list; {@link #opened} waits for them. */
  void begin(List<Attempt> attempts, long millis) throws IOException {
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      commands.write(
          "try "
              + i
              + " "
              + attempt.protocol()
              + " "
              + attempt.destination()
              + " "
              + attempt.port());
      commands.write("\n");
    }
    commands.write("run " + millis + "\n");
    commands.flush();
  }

  /** The attempts that were answered. */
  Set<Attempt> opened(List<Attempt> attempts) throws IOException {
    Set<Attempt> opened = new HashSet<>();
    while (true) {
      String line = answers.readLine();
      if (line == null) {
        throw new IOException("agent of " + name + " ended");
      }
      String[] words = line.split(" ", 3);
      if (words[0].equals("done")) {
        return opened;
      }
      if (words[0].equals("open")) {
        opened.add(attempts.get(Integer.parseInt(words[1])));
      }
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
