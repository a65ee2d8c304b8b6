package org.firebreak.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.model.Design;
import org.firebreak.model.io.NewElements;

/**
 * A made-up data centre as the files that an architect has: an inventory and a port matrix.
 *
 * @param groups number of server groups, 20 to a zone
 * @param servers number of servers in each group
 * @param flows number of rows of the port matrix
 */
record DataCentre(int groups, int servers, int flows) {
  private static final int GROUPS_IN_ZONE = 20;
  private static final String[] RISKS = {"low", "low", "medium", "medium", "high", "critical"};

  /** The data centre as a design, imported from the files. */
  Design design() throws Exception {
    Path folder = Files.createTempDirectory("firebreak-benchmark");
    Path inventory = writeInventory(folder);
    Path matrix = writeFlows(folder);
    ModelEdit edit = new ModelEdit(NewElements.design("benchmark"));
    Importer.run(edit, ImportRequest.of(inventory, matrix), Progress.NONE);
    Files.delete(inventory);
    Files.delete(matrix);
    Files.delete(folder);
    return edit.design();
  }

  /** Writes the inventory; the addresses of a group are consecutive but for some gaps. */
  Path writeInventory(Path folder) throws IOException {
    Path file = folder.resolve("inventory.csv");
    Random random = new Random(1);
    int address = 10 << 24;
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("name,addresses,group,zone,os,risk,internet_facing\n");
      for (int group = 0; group < groups; group++) {
        String risk = RISKS[random.nextInt(RISKS.length)];
        boolean facing = random.nextInt(20) == 0;
        for (int server = 0; server < servers; server++) {
          address += random.nextInt(8) == 0 ? 3 : 1;
          out.write(
              "g%d-%d,%s,g%d,zone%d,linux,%s,%s%n"
                  .formatted(
                      group, server, dotted(address), group, group / GROUPS_IN_ZONE, risk, facing));
        }
      }
    }
    return file;
  }

  /** Writes the port matrix: mostly group to group, some from single servers, a few ranges. */
  Path writeFlows(Path folder) throws IOException {
    Path file = folder.resolve("flows.csv");
    Random random = new Random(2);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("source,destination,protocol,port,description,owner\n");
      for (int flow = 0; flow < flows; flow++) {
        int from = random.nextInt(groups);
        String source = random.nextInt(10) == 0 ? "g%d-%d".formatted(from, 0) : "g" + from;
        int first = 1024 + random.nextInt(400) * 16;
        String port = random.nextInt(8) == 0 ? first + "-" + (first + 9) : Integer.toString(first);
        out.write(
            "%s,g%d,%s,%s,made-up flow %d,team%d%n"
                .formatted(
                    source,
                    random.nextInt(groups),
                    random.nextInt(10) == 0 ? "udp" : "tcp",
                    port,
                    flow,
                    from % 50));
      }
    }
    return file;
  }

  private static String dotted(int address) {
    return "%d.%d.%d.%d"
        .formatted(address >>> 24, address >>> 16 & 255, address >>> 8 & 255, address & 255);
  }
}
