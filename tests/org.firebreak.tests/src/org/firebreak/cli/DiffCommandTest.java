package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir Path folder;
  private Path before;
  private Path after;

  @BeforeEach
  void designs() throws IOException {
    Shop shop = new Shop();
    before = folder.resolve("before.firebreak");
    after = folder.resolve("after.firebreak");
    DesignFile.save(shop.design, before);
    shop.webToDb.setLog(true);
    shop.web.getServers().get(0).setName("<b>web</b>");
    shop.web.getServers().get(0).setAddresses(List.of("10.0.1.9"));
    shop.flow(shop.db, shop.office, shop.https);
    DesignFile.save(shop.design, after);
  }

  private Path bundle(Path design, String name) {
    Path target = folder.resolve(name);
    Run run =
        Run.of(
            "export",
            design,
            "--platform",
            "nftables,panos",
            "--as-of",
            "2026-01-01",
            "-o",
            target);
    assertThat(run.exitCode()).as(run.err()).isLessThan(2);
    return target;
  }

  @Test
  void designsAreComparedByElementWithOldAndNewValues() throws Exception {
    Run run = Run.of("diff", before, after);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("+ Flow db → Office", "~ Server <b>web</b>:", "addresses", "10.0.1.1 → 10.0.1.9");
    assertThat(run.err()).contains("1 added", "2 changed");
    Run same = Run.of("diff", before, before);
    assertThat(same.exitCode()).isZero();
    assertThat(same.out()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(Run.of("diff", before, after, "--json").out());
    assertThat(json.path("same").asBoolean()).isFalse();
    assertThat(json.at("/changed/0/values/0/attribute").isTextual()).isTrue();
  }

  @Test
  void bundlesAreComparedByPlatformFileAndRuleInFoldersAndZipFiles() throws Exception {
    Path older = bundle(before, "older");
    Path newer = bundle(after, "newer.zip");
    Run run = Run.of("diff", older, newer);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("nftables changed", "  nftables/central/", "    + F-", "    ~ F-")
        .contains("db → Office", "      + ", "PAN-OS changed");
    assertThat(Run.of("diff", older, older).exitCode()).isZero();
    JsonNode json =
        new ObjectMapper().readTree(Run.of("diff", older, newer, "--format", "json").out());
    assertThat(json.path("kind").asText()).isEqualTo("bundles");
    assertThat(json.at("/platforms/0/id").asText()).isEqualTo("nftables");
    assertThat(Run.of("diff", older, newer, "--color", "always").out()).contains("\u001b[32m");
  }

  @Test
  void pageStandsAloneAndEscapesNames() throws Exception {
    Path page = folder.resolve("page.html");
    Run run = Run.of("diff", before, after, "--format", "html", "-o", page);
    assertThat(run.exitCode()).isEqualTo(1);
    String html = Files.readString(page);
    assertThat(html)
        .contains("<th scope=\"col\">Before</th><th scope=\"col\">After</th>")
        .contains("<del>10.0.1.1</del>", "<ins>10.0.1.9</ins>", "prefers-color-scheme: dark")
        .contains("&lt;b&gt;web&lt;/b&gt;")
        .doesNotContain("<b>web", "http://", "https://", "<script", "<link");
    String bundles =
        Run.of("diff", bundle(before, "a"), bundle(after, "b"), "--format", "html").out();
    assertThat(bundles).contains("policy bundles", "nftables/central/", "<ins>", "scope=\"row\"");
  }

  @Test
  void whatCannotBeComparedIsAnErrorAboveOne() throws Exception {
    Path bundle = bundle(before, "bundle");
    Run mixed = Run.of("diff", before, bundle);
    assertThat(mixed.exitCode()).isEqualTo(2);
    assertThat(mixed.err()).contains("a design can only be compared with a design");
    Run missing = Run.of("diff", bundle, folder.resolve("none"));
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.err()).contains("no such bundle");
    assertThat(Run.of("diff", before, after, "--json", "--format", "html").exitCode()).isEqualTo(2);
    assertThat(Run.of("diff", folder, bundle).err()).contains("is no policy bundle");
  }

  @Test
  void exportTellsWhatChangedAndSigns() throws Exception {
    Path older = bundle(before, "older");
    Path key = folder.resolve("key.pem");
    Files.writeString(
        key,
        "-----BEGIN PRIVATE KEY-----\n"
            + "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
            + "-----END PRIVATE KEY-----\n");
    Path newer = folder.resolve("newer");
    Run run = Run.of("export", after, "--previous", older, "--sign", key, "-o", newer);
    assertThat(run.exitCode()).as(run.err()).isLessThan(2);
    assertThat(run.err())
        .contains("changes since the previous bundle: ", "iptables: ", "(platform added)");
    assertThat(newer.resolve("manifest.json.sig")).hasSize(64);
    Run again = Run.of("export", after, "--previous", newer, "-o", newer);
    assertThat(again.err()).contains("changes since the previous bundle: no difference");
    assertThat(newer.resolve("manifest.json.sig")).doesNotExist();
    Run json = Run.of("export", after, "--previous", older, "-o", newer, "--json");
    assertThat(new ObjectMapper().readTree(json.out()).at("/changes/same").isBoolean()).isTrue();
    Run bad = Run.of("export", after, "--sign", before, "-o", newer);
    assertThat(bad.exitCode()).isEqualTo(3);
    assertThat(bad.err()).contains("holds no private key in PEM form");
  }
}
