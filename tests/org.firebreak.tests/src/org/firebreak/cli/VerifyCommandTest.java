package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Base64;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code firebreak verify}, and {@code firebreak export --no-verify}. */
class VerifyCommandTest {
  @TempDir Path folder;

  private final Shop shop = new Shop();

  private Path design() throws IOException {
    return shop.save(folder);
  }

  private Path bundle() {
    return folder.resolve("policy");
  }

  private Run export(String... more) throws IOException {
    Object[] words = new Object[more.length + 5];
    words[0] = "export";
    words[1] = design();
    words[2] = "--as-of=2030-05-15";
    words[3] = "-o";
    words[4] = bundle();
    System.arraycopy(more, 0, words, 5, more.length);
    return Run.of(words);
  }

  private Path central() {
    return bundle().resolve("nftables/central/central-firewall.nft");
  }

  private void replace(String what, String by) throws IOException {
    String text = Files.readString(central());
    assertThat(text).contains(what);
    Files.writeString(central(), text.replace(what, by));
  }

  @Test
  void aBundleIsWholeAndEqualToItsDesign() throws Exception {
    Run exported = export("--platform=nftables,panos");
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    assertThat(exported.out() + exported.err()).contains("nftables: 1 filter equal to the design");

    Run files = Run.of("verify", bundle());
    assertThat(files.exitCode()).isZero();
    assertThat(files.out()).matches("files: \\d+ files as exported\n");

    Run rules = Run.of("verify", design(), bundle());
    assertThat(rules.exitCode()).as(rules.err()).isZero();
    assertThat(rules.out())
        .contains("nftables: 1 filter equal to the design\n")
        .contains("panos: 1 filter equal to the design\n");
  }

  @Test
  void aChangedFileIsFoundAndWhatItDoesIsShownWithADesign() throws Exception {
    export("--platform=nftables");
    replace("tcp dport 5432", "tcp dport 5433");

    Run files = Run.of("verify", bundle());
    assertThat(files.exitCode()).isEqualTo(1);
    assertThat(files.out())
        .contains("nftables/central/central-firewall.nft was changed: its SHA-256 is not the")
        .contains("files: 1 file not as exported\n");

    Run rules = Run.of("verify", design(), bundle());
    assertThat(rules.exitCode()).isEqualTo(1);
    assertThat(rules.out())
        .containsPattern(
            "nftables: .*: 10[.]0[.]1[.]\\d → 10[.]0[.]2[.]\\d tcp/5432: the design says")
        .containsPattern(
            "tcp/5433: the design says deny, log [(]rule D.*, the artefact permit [(]F-.* at"
                + " central/central-firewall[.]nft:\\d+[)]")
        .contains("nftables: 1 filter compared, 2 differences\n");

    JsonNode json =
        new ObjectMapper().readTree(Run.of("verify", design(), bundle(), "--json").out());
    assertThat(json.get("holds").asBoolean()).isFalse();
    assertThat(json.get("files").get(0).get("path").asText())
        .isEqualTo("nftables/central/central-firewall.nft");
    JsonNode difference = json.get("platforms").get(0).get("differences").get(0);
    assertThat(difference.get("service").asText()).matches("tcp/543[23]");
    assertThat(difference.get("place").asText()).matches("central/central-firewall[.]nft:\\d+");
    assertThat(difference.get("rule").asText()).isNotEmpty();
  }

  @Test
  void missingAndAdditionalFilesAndLinesThatAreNotUnderstoodAreNamed() throws Exception {
    export("--platform=nftables");
    replace("tcp dport 5432", "tcp dport 5432 socket transparent 1");
    Files.writeString(bundle().resolve("nftables/more.nft"), "table inet more { }\n");
    Run odd = Run.of("verify", design(), bundle());
    assertThat(odd.exitCode()).isEqualTo(1);
    assertThat(odd.out())
        .contains("nftables/more.nft is not part of the bundle")
        .contains("not understood: ");

    Files.delete(central());
    Run gone = Run.of("verify", design(), bundle());
    assertThat(gone.exitCode()).isEqualTo(1);
    assertThat(gone.out())
        .contains("nftables/central/central-firewall.nft is missing")
        .contains("the artefact has no rules");
  }

  @Test
  void anotherDesignDiffersAndThatIsRemarked() throws Exception {
    export("--platform=nftables");
    shop.flow(shop.web, shop.db, shop.ssh);
    Run other = Run.of("verify", design(), bundle());
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.out()).contains("tcp/22: the design says permit");
    assertThat(other.err()).contains("the bundle was made from another version of the design");
  }

  @Test
  void platformsWithoutReaderAreSaidNotToBeReadBack() throws Exception {
    export("--platform=sigma");
    Run run = Run.of("verify", design(), bundle());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("sigma: not read back; there is no reader of this platform");
  }

  @Test
  void whatIsNoBundleCannotBeRead() throws Exception {
    Run none = Run.of("verify", folder.resolve("nowhere"));
    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(none.err()).contains("no such bundle; check the path and the spelling");
    Files.createDirectory(bundle());
    Run empty = Run.of("verify", bundle());
    assertThat(empty.exitCode()).isEqualTo(3);
    assertThat(empty.err()).contains("is no policy bundle");
    assertThat(Run.of("verify").exitCode()).isEqualTo(2);
  }

  @Test
  void signatureIsAskedForByKey() throws Exception {
    export("--platform=nftables");
    Path key = folder.resolve("key.pem");
    Files.writeString(key, "no key");
    assertThat(Run.of("verify", bundle(), "--key", key).exitCode()).isEqualTo(3);
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Files.writeString(
        key,
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
    Run unsigned = Run.of("verify", bundle(), "--key", key);
    assertThat(unsigned.exitCode()).isEqualTo(1);
    assertThat(unsigned.out()).contains("is missing: the bundle is not signed");
  }

  @Test
  void withoutVerificationNothingIsClaimed() throws Exception {
    Run run = export("--platform=nftables", "--no-verify");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out() + run.err()).doesNotContain("equal to the design");
    assertThat(Run.of("verify", design(), bundle()).exitCode()).isZero();
  }

  @Test
  void manifestCountsTheEntriesOfStatelessAcls() throws Exception {
    export("--platform=nftables");
    JsonNode manifest = new ObjectMapper().readTree(bundle().resolve("manifest.json").toFile());
    assertThat(manifest.get("statelessAclEntries").asLong())
        .isEqualTo(
            PolicyCompiler.compile(shop.design, CompileOptions.on(LocalDate.of(2030, 5, 15)))
                .aclEntries())
        .isPositive();
  }
}
