package org.firebreak.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an edit to its findings in the window, in a design of 10,000 servers and 2,000 flows. Prints
 * medians; fails where a goal is missed.
 */
@EnabledIfSystemProperty(named = "firebreak.benchmark", matches = "true")
class FindingsBenchmarkTest {
  private static final int SERVERS = 10_000;
  private static final int PER_GROUP = 50;
  private static final int FLOWS = 2_000;
  private static final int ROUNDS = 15;

  @TempDir Path folder;

  @AfterEach
  void close() {
    Ui.closeAll();
  }

  @Test
  void findingsFollowAnEditAtOnce() throws Exception {
    Design design = design();
    Path file = folder.resolve("large.firebreak");
    DesignFile.save(design, file);
    DesignDocument document = Designs.open(file);
    Ui.view(InProblems.ID);
    InProblems.settle(document);
    Findings findings = InProblems.findings();
    Flow flow = Ui.get(() -> document.design().getFlows().get(7));
    double[] times = new double[ROUNDS];
    double[] holds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      AtomicLong published = new AtomicLong();
      Runnable listener = () -> published.compareAndSet(0, System.nanoTime());
      String owner = i % 2 == 0 ? null : "team";
      long[] begin = new long[1];
      Ui.run(
          () -> {
            findings.addListener(listener);
            document.edit().run("Owner", () -> flow.setOwner(owner));
            begin[0] = System.nanoTime();
          });
      Pulse pulse = new Pulse();
      while (published.get() == 0) {
        LockSupport.parkNanos(500_000);
      }
      holds[i] = pulse.stop();
      times[i] = (published.get() - begin[0]) / 1e6;
      Ui.run(() -> findings.removeListener(listener));
      InProblems.settle(document);
    }
    System.err.printf(
        "BENCHMARK findings: %,d servers, %,d flows, %d findings: edit to findings %.0f ms,"
            + " longest hold of the UI thread %.0f ms%n",
        SERVERS,
        FLOWS,
        Ui.get(() -> findings.of(document).orElseThrow().findings().size()),
        median(times),
        median(holds));
    assertThat(median(times)).as("ms from edit to findings").isLessThan(300);
    assertThat(median(holds)).as("ms hold of the UI thread").isLessThan(100);
  }

  private static Design design() {
    Random random = new Random(1);
    Design design = NewElements.design("large");
    List<ServerGroup> groups = new ArrayList<>();
    for (int z = 0; z < 10; z++) {
      Zone zone = NewElements.zone("zone" + z);
      design.getZones().add(zone);
      for (int g = 0; g < SERVERS / PER_GROUP / 10; g++) {
        ServerGroup group = NewElements.group("group" + z + "-" + g);
        zone.getGroups().add(group);
        groups.add(group);
        for (int s = 0; s < PER_GROUP; s++) {
          int number = (groups.size() - 1) * PER_GROUP + s;
          Server server = NewElements.server("server%05d".formatted(number));
          server.setAddresses(List.of("10.%d.%d.7".formatted(number >> 8, number & 255)));
          server.setOperatingSystem("Debian 12");
          group.getServers().add(server);
        }
      }
    }
    for (int port : new int[] {22, 53, 443, 514, 1433, 3306, 5432, 6379, 8080, 8443, 9100}) {
      Service service = NewElements.service("tcp-" + port);
      service.setPorts(Integer.toString(port));
      design.getServices().add(service);
    }
    for (int i = 0; i < FLOWS; i++) {
      Flow flow =
          NewElements.flow(
              groups.get(random.nextInt(groups.size())), groups.get(random.nextInt(groups.size())));
      flow.getServices().add(design.getServices().get(random.nextInt(11)));
      flow.setOwner("team " + random.nextInt(40));
      flow.setJustification("needed");
      flow.setTicket("CHG" + random.nextInt(1_000_000));
      design.getFlows().add(flow);
    }
    design.getDiagrams().add(NewElements.diagram("Overview"));
    return design;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Knocks at the UI thread all the time and remembers the longest wait. */
  private static final class Pulse {
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong longest = new AtomicLong();
    private final Thread thread = new Thread(this::knock, "pulse");

    Pulse() {
      thread.start();
    }

    private void knock() {
      while (running.get()) {
        long begin = System.nanoTime();
        Ui.run(() -> {});
        longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
        LockSupport.parkNanos(1_000_000);
      }
    }

    /** Milliseconds of the longest wait. */
    double stop() throws InterruptedException {
      running.set(false);
      thread.join();
      return longest.get() / 1e6;
    }
  }
}
