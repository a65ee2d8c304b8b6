package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code firebreak export --phase}. */
class ExportRolloutTest {
  @TempDir Path folder;

  private final Shop shop = new Shop();

  private Run export(Object... more) throws IOException {
    Object[] words = new Object[more.length + 7];
    words[0] = "export";
    words[1] = shop.save(folder);
    words[2] = "--platform=nftables";
    words[3] = "--strategy=group";
    words[4] = "--as-of=2030-05-15";
    words[5] = "-o";
    words[6] = folder.resolve("policy");
    System.arraycopy(more, 0, words, 7, more.length);
    return Run.of(words);
  }

  private String ruleset() throws IOException {
    return Files.readString(folder.resolve("policy/nftables/central/central-firewall.nft"));
  }

  @Test
  void phasesOfEverythingAndOfAGroupAreInTheRulesAndInTheManifest() throws IOException {
    Run run = export("--phase", "monitor", "--phase-of", "web=enforce");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(ruleset())
        .contains("firebreak:monitor:M ", "firebreak:deny:D-src ", "firebreak:deny:D-dst ")
        .contains("# Some denials are not enforced yet");
    JsonNode rollout =
        new ObjectMapper().readTree(folder.resolve("policy/manifest.json").toFile()).get("rollout");
    assertThat(rollout.get("phase").asText()).isEqualTo("monitor");
    assertThat(rollout.get("phases").get(shop.web.getId()).asText()).isEqualTo("enforce");
  }

  @Test
  void everythingIsEnforcedByDefault() throws IOException {
    assertThat(export().exitCode()).isZero();
    assertThat(ruleset()).contains("firebreak:deny:D ").doesNotContain("monitor");
  }

  @Test
  void mistakesAreNamed() throws IOException {
    Run phase = export("--phase", "later");
    assertThat(phase.exitCode()).isEqualTo(2);
    assertThat(phase.err()).contains("--phase: there is no phase 'later'");
    Run name = export("--phase-of", "nothing=alert");
    assertThat(name.exitCode()).isEqualTo(2);
    assertThat(name.err()).contains("the design has no zone, group or server 'nothing'");
    Run form = export("--phase-of", "web");
    assertThat(form.exitCode()).isEqualTo(2);
    assertThat(form.err()).contains("--phase-of takes NAME=PHASE");
    Run former = export("--set", "nftables.phase=monitor");
    assertThat(former.exitCode()).isEqualTo(2);
    assertThat(former.err()).contains("--phase PHASE", "--phase-of NAME=PHASE");
    assertThat(folder.resolve("policy")).doesNotExist();
  }
}
