package org.firebreak.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;

/**
 * From an inventory that is renamed into place to the new state, verified and in force: {@code
 * firebreak sync --watch} in a process of its own, with the options of the product.
 *
 * <p>Arguments: number of groups, servers in each, flows, strategy, platforms.
 */
public final class Sync {
  private static final int REACTIONS = 30;

  private final Path folder;
  private BufferedReader said;

  private Sync(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    DataCentre dataCentre =
        new DataCentre(
            Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Path folder = Files.createTempDirectory("firebreak-benchmark");
    try {
      System.out.printf(
          Locale.ROOT,
          "%n%,d servers in %,d groups, %,d flows, %s strategy, %s%n",
          dataCentre.groups() * dataCentre.servers(),
          dataCentre.groups(),
          dataCentre.flows(),
          args[3],
          args[4]);
      new Sync(folder).run(dataCentre, StrategyKind.get(args[3]), args[4]);
    } finally {
      Chain.delete(folder);
    }
  }

  private void run(DataCentre dataCentre, StrategyKind strategy, String platforms)
      throws Exception {
    Path design = folder.resolve("design.firebreak");
    List<String> rows = new ArrayList<>(prepare(dataCentre, strategy, design));
    replace(rows);
    Process process = start(design, platforms);
    try {
      double first = follow(process, "start to first state", rows, 0)[0];
      print("first reaction", first, 0);
    } finally {
      process.destroyForcibly().waitFor();
    }
    process = start(design, platforms);
    try {
      double[][] figures = new double[2][REACTIONS];
      for (int i = 0; i < REACTIONS; i++) {
        double[] one = follow(process, i == 0 ? "start with a state" : null, rows, i + 1);
        figures[0][i] = one[0];
        figures[1][i] = one[1];
      }
      print("first reaction", figures[0][0], figures[1][0]);
      print("second reaction", figures[0][1], figures[1][1]);
      Arrays.sort(figures[0]);
      Arrays.sort(figures[1]);
      print("median reaction", figures[0][REACTIONS / 2], figures[1][REACTIONS / 2]);
      print("slowest reaction", figures[0][REACTIONS - 1], figures[1][REACTIONS - 1]);
      System.out.printf(
          Locale.ROOT,
          "  %-28s %7.2f%n",
          "load",
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** Changes the inventory; the seconds until the new state, and those of the processor. */
  private double[] follow(Process process, String begin, List<String> rows, int step)
      throws IOException {
    if (begin != null) {
      said = process.inputReader(StandardCharsets.UTF_8);
      long start = System.nanoTime();
      await("watching");
      print(begin + ", warm", since(start), processor(process));
    }
    change(rows, step);
    Path next = write(rows);
    double used = processor(process);
    long start = System.nanoTime();
    Files.move(next, folder.resolve("vms.csv"), StandardCopyOption.ATOMIC_MOVE);
    await("run " + (step + 2) + " is in");
    double[] figures = {since(start), processor(process) - used};
    await("ready after");
    return figures;
  }

  private static void print(String what, double seconds, double processor) {
    System.out.printf(
        Locale.ROOT, "  %-28s %7.2f s, of the processor %.2f s%n", what, seconds, processor);
  }

  private static double processor(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  /** One server appears, moves or retires. */
  private static void change(List<String> rows, int step) {
    switch (step % 3) {
      case 0 -> rows.add("new-" + step + ",172.16.0." + step + ",group=g" + step);
      case 1 -> rows.set(1, rows.get(1).replaceFirst("group=.*", "group=g" + (step + 20)));
      default -> rows.remove(rows.size() - 1);
    }
  }

  /** Saves the design and gives the rows of its inventory, the head first. */
  private List<String> prepare(DataCentre dataCentre, StrategyKind strategy, Path file)
      throws Exception {
    Path inventory = dataCentre.writeInventory(folder);
    Path flows = dataCentre.writeFlows(folder);
    ModelEdit edit = new ModelEdit(NewElements.design("benchmark"));
    Importer.run(edit, ImportRequest.of(inventory, flows), Progress.NONE);
    Design design = edit.design();
    design.setStrategy(NewElements.strategy(strategy));
    List<String> rows = new ArrayList<>(List.of("name,address,labels"));
    for (var all = design.eAllContents(); all.hasNext(); ) {
      switch (all.next()) {
        case ServerGroup group -> {
          group.setMembershipLabel("group");
          group.setMembershipValue(group.getName());
        }
        case Server server -> {
          server.setOrigin("vms.csv");
          ServerGroup group = (ServerGroup) server.eContainer();
          rows.add(
              server.getName() + "," + server.getAddresses().get(0) + ",group=" + group.getName());
        }
        default -> {}
      }
    }
    DesignFile.save(design, file);
    return rows;
  }

  private Path write(List<String> rows) throws IOException {
    return Files.write(folder.resolve("next.csv"), rows);
  }

  private void replace(List<String> rows) throws IOException {
    Files.move(write(rows), folder.resolve("vms.csv"), StandardCopyOption.ATOMIC_MOVE);
  }

  private Process start(Path design, String platforms) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=50"));
    line.addAll(
        List.of(System.getProperty("firebreak.sync.options", "").split(" ")).stream()
            .filter(option -> !option.isEmpty())
            .toList());
    line.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "org.firebreak.cli.Main",
            "sync",
            design.toString(),
            "--inventory",
            folder.resolve("vms.csv").toString(),
            "-o",
            folder.resolve("state").toString(),
            "--platform",
            platforms,
            "--max-opened",
            "1000000000",
            "--watch"));
    return new ProcessBuilder(line).redirectErrorStream(true).start();
  }

  private void await(String text) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (Boolean.getBoolean("firebreak.sync.show")) {
        System.out.println("    " + line);
      }
      if (line.contains(text)) {
        return;
      }
    }
    throw new IllegalStateException("firebreak sync has ended");
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
