package org.firebreak.exports.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleRequest;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleIntegrityTest {
  @TempDir Path parent;

  private Path write(String name, PrivateKey key) throws IOException {
    Design design = Samples.load("lab-shop");
    Path target = parent.resolve(name);
    BundleWriter.write(
        target,
        BundleRequest.of(
                PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1))),
                Exporters.byIds("nftables,panos"),
                Map.of())
            .withDesignDigest(DesignFile.digest(design))
            .signedWith(key),
        Progress.NONE);
    return target;
  }

  private static KeyPair pair() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private static List<String> flaws(Path path, KeyPair keys) throws IOException {
    try (StoredBundle bundle = StoredBundle.open(path)) {
      List<BundleIntegrity.Flaw> flaws =
          new ArrayList<>(BundleIntegrity.files(bundle, Progress.NONE));
      if (keys != null) {
        flaws.addAll(BundleIntegrity.signature(bundle, keys.getPublic()));
      }
      return flaws.stream().map(BundleIntegrity.Flaw::toString).toList();
    }
  }

  @Test
  void whatWasWrittenIsAsItsManifestAndSignatureSay() throws Exception {
    KeyPair keys = pair();
    assertThat(flaws(write("folder", keys.getPrivate()), keys)).isEmpty();
    assertThat(flaws(write("archive.zip", keys.getPrivate()), keys)).isEmpty();
  }

  @Test
  void aChangedByteAMissingAndAnAdditionalFileAreFound() throws Exception {
    Path folder = write("folder", null);
    Path changed = folder.resolve("nftables/firebreak-nftables.service");
    byte[] bytes = Files.readAllBytes(changed);
    bytes[3] ^= 1;
    Files.write(changed, bytes);
    Files.delete(folder.resolve("nftables/apply.sh"));
    Files.writeString(folder.resolve("panos/extra.set"), "set shared");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/passwd"));
    assertThat(flaws(folder, null))
        .containsExactlyInAnyOrder(
            "nftables/firebreak-nftables.service was changed: its SHA-256 is not the manifest's",
            "nftables/apply.sh is missing",
            "panos/extra.set is not part of the bundle",
            "link is not part of the bundle");
  }

  @Test
  void aLinkInPlaceOfAFileIsNotFollowed() throws Exception {
    Path folder = write("folder", null);
    Path file = folder.resolve("nftables/firebreak-nftables.service");
    Path elsewhere = Files.move(file, parent.resolve("elsewhere.service"));
    Files.createSymbolicLink(file, elsewhere);
    assertThat(flaws(folder, null))
        .containsExactly("nftables/firebreak-nftables.service is missing");
  }

  @Test
  void signatureOfAnotherKeyOrOverAnotherManifestIsRefused() throws Exception {
    KeyPair keys = pair();
    Path folder = write("folder", keys.getPrivate());
    assertThat(flaws(folder, pair())).singleElement().asString().contains("another key signed it");
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("2026-01-01", "2026-01-02"));
    assertThat(flaws(folder, keys))
        .singleElement()
        .asString()
        .contains("manifest.json was changed");
    Files.writeString(folder.resolve("manifest.json.sig"), "not a signature");
    assertThat(flaws(folder, keys)).hasSize(1);
    Files.delete(folder.resolve("manifest.json.sig"));
    assertThat(flaws(folder, keys))
        .containsExactly("manifest.json.sig is missing: the bundle is not signed");
  }

  @Test
  void opensslMakesTheKeysAndChecksTheSignature() throws Exception {
    Assumptions.assumeTrue(Nft.isOnPath("openssl"), "skipped: openssl is not installed");
    Path key = parent.resolve("key.pem");
    Path open = parent.resolve("public.pem");
    openssl("genpkey", "-algorithm", "ed25519", "-out", key.toString());
    openssl("pkey", "-in", key.toString(), "-pubout", "-out", open.toString());
    Path folder = write("folder", SigningKeys.readPrivate(key));
    String manifest = folder.resolve("manifest.json").toString();
    String signature = folder.resolve("manifest.json.sig").toString();
    assertThat(
            openssl(
                "pkeyutl",
                "-verify",
                "-rawin",
                "-pubin",
                "-inkey",
                open.toString(),
                "-in",
                manifest,
                "-sigfile",
                signature))
        .contains("Verified Successfully");
    Path other = parent.resolve("other.sig");
    openssl(
        "pkeyutl",
        "-sign",
        "-rawin",
        "-inkey",
        key.toString(),
        "-in",
        manifest,
        "-out",
        other.toString());
    assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(Path.of(signature)));
    try (StoredBundle bundle = StoredBundle.open(folder)) {
      assertThat(BundleIntegrity.signature(bundle, SigningKeys.readPublic(open))).isEmpty();
    }
    Path rsa = parent.resolve("rsa.pem");
    openssl("genpkey", "-algorithm", "rsa", "-out", rsa.toString());
    assertThatThrownBy(() -> SigningKeys.readPrivate(rsa))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("rsa.pem is not a private Ed25519 key")
        .hasMessageContaining("openssl genpkey -algorithm ed25519");
  }

  private static String openssl(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  @Test
  void badKeyFilesAreRefusedWithTheMend() throws Exception {
    Path file = Files.writeString(parent.resolve("key.pem"), "secret");
    assertThatThrownBy(() -> SigningKeys.readPrivate(file)).hasMessageContaining("openssl genpkey");
    assertThatThrownBy(() -> SigningKeys.readPublic(file)).hasMessageContaining("-pubout");
    Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n%%%%\n-----END PUBLIC KEY-----\n");
    assertThatThrownBy(() -> SigningKeys.readPublic(file)).isInstanceOf(ExportException.class);
    String base64 = Base64.getEncoder().encodeToString(pair().getPublic().getEncoded());
    Files.writeString(
        file, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
    assertThat(SigningKeys.readPublic(file).getAlgorithm()).isEqualTo("EdDSA");
  }

  @Test
  void zipFilesOfTheSameDesignHaveTheSameBytesAndTheContentOfTheFolder() throws Exception {
    Path first = write("a.zip", null);
    Path second = write("b.zip", null);
    assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
    Path folder = write("folder", null);
    try (StoredBundle zip = StoredBundle.open(first);
        StoredBundle same = StoredBundle.open(folder);
        ZipFile entries = new ZipFile(first.toFile())) {
      assertThat(zip.paths()).isEqualTo(same.paths());
      for (String path : same.paths()) {
        assertThat(zip.open(path)).hasSameContentAs(same.open(path));
      }
      assertThat(entries.stream().map(ZipEntry::getName).toList()).isSorted();
    }
    write("a.zip", null);
    Files.writeString(parent.resolve("b.zip"), "years of work");
    assertThatThrownBy(() -> write("b.zip", null))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("something else than a policy bundle");
    try (Stream<Path> left = Files.list(parent)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("a.zip", "b.zip", "folder");
    }
  }

  @Test
  void zipFilesThatEscapeOrSwellAreNotRead() throws Exception {
    Path escaping = zip("escaping.zip", "../evil", 10);
    assertThatThrownBy(() -> StoredBundle.open(escaping))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("whose path no bundle has");
    Path absolute = zip("absolute.zip", "/etc/evil", 10);
    assertThatThrownBy(() -> StoredBundle.open(absolute)).isInstanceOf(ExportException.class);
    Path bomb = zip("bomb.zip", "nftables/big", 100 << 20);
    assertThatThrownBy(() -> StoredBundle.open(bomb))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("would unpack to");
    Path none = zip("none.zip", "readme", 10);
    assertThatThrownBy(() -> StoredBundle.open(none))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("it has no manifest.json");
  }

  private Path zip(String name, String entry, int zeros) throws IOException {
    Path file = parent.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(new byte[zeros]);
      zip.closeEntry();
    }
    return file;
  }

  @Test
  void damagedManifestsAreRefused() throws Exception {
    Path folder = Files.createDirectories(parent.resolve("bad"));
    for (String manifest :
        List.of(
            "",
            "[]",
            "{\"firebreakBundle\": 1, \"platforms\": [null]}",
            "{\"firebreakBundle\": 1, \"platforms\": [{\"id\": \"x\", \"files\":"
                + " [{\"path\": \"../../etc/passwd\", \"sha256\": \"0\"}]}]}",
            "{\"firebreakBundle\": 99}",
            "{\"name\": \"web\"}")) {
      Files.writeString(folder.resolve("manifest.json"), manifest);
      assertThatThrownBy(() -> StoredBundle.open(folder))
          .as(manifest)
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("bad");
    }
  }

  @Test
  void digestIsThatOfTheDesignWhateverTheFormattingOfItsFile() throws Exception {
    Design design = Samples.load("lab-shop");
    String text = new String(DesignFile.toBytes(design), StandardCharsets.UTF_8);
    Path file = Files.writeString(parent.resolve("a.firebreak"), text.replaceAll(" +<", "\n\n\t<"));
    String digest = DesignFile.digest(design);
    assertThat(DesignFile.digest(DesignFile.load(file))).isEqualTo(digest).hasSize(64);
    design.getFlows().get(0).setLog(!design.getFlows().get(0).isLog());
    assertThat(DesignFile.digest(design)).isNotEqualTo(digest);
    try (StoredBundle bundle = StoredBundle.open(write("folder", null))) {
      assertThat(bundle.manifest().design().digest()).isEqualTo(digest);
    }
  }
}
