package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.Test;

/** A generous bound, so that a quadratic rule is noticed on a loaded machine too. */
class LargeDesignValidationTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Test
  void hundredThousandServersAndTenThousandFlowsTakeSeconds() {
    Random random = new Random(7);
    CleanDesign shop = new CleanDesign();
    Design design = shop.design;
    List<Endpoint> ends = new ArrayList<>();
    int address = 0x0B000000;
    for (int z = 0; z < 50; z++) {
      Zone zone = shop.zone(design, "zone" + z);
      ends.add(zone);
      for (int g = 0; g < 20; g++) {
        String[] addresses = new String[100];
        for (int i = 0; i < addresses.length; i++, address++) {
          addresses[i] =
              (address >>> 24)
                  + "."
                  + (address >> 16 & 255)
                  + "."
                  + (address >> 8 & 255)
                  + "."
                  + (address & 255);
        }
        ends.add(shop.group(zone, "g" + z + "-" + g, addresses));
      }
    }
    for (int n = 0; n < 500; n++) {
      ends.add(shop.network("net" + n, "172." + n % 32 + "." + n % 200 + ".0/" + (8 + n % 20)));
    }
    ends.add(shop.network("*", "0.0.0.0/0", "::/0"));
    List<Service> services = new ArrayList<>();
    for (int port = 1; port <= 300; port++) {
      services.add(shop.service("tcp" + port, Protocol.TCP, port + "-" + (port + port % 7)));
    }
    for (int f = 0; f < 10_000; f++) {
      shop.flow(
          ends.get(random.nextInt(ends.size())),
          ends.get(random.nextInt(ends.size())),
          services.get(random.nextInt(services.size())),
          services.get(random.nextInt(services.size())));
    }
    CompiledPolicy policy =
        PolicyCompiler.compile(
            design, CompileOptions.on(CleanDesign.TODAY).withStrategy(StrategyKind.MICRO));

    long start = System.nanoTime();
    ValidationResult result =
        ValidationRules.validate(design, policy, ValidationProfile.BASELINE, Progress.NONE);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(result.findings()).isNotEmpty();
    assertThat(taken).isLessThan(LIMIT);
  }
}
