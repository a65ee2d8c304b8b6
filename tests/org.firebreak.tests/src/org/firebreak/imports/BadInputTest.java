package org.firebreak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.imports.Workbench.texts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.model.Server;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged, oversized and malicious files: a clear refusal, and a design that is as it was. */
@Timeout(60)
class BadInputTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final InputLimits SMALL = new InputLimits(100_000, 200_000, 50, 10, 100, 500);

  private @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.inventory("name,ip", "kept1,10.0.0.1");
  }

  private ImportException refused(Path inventory) {
    return bench.refused(ImportRequest.of(inventory, null));
  }

  private ImportException refused(Path inventory, InputLimits limits) {
    return bench.refused(Requests.withLimits(ImportRequest.of(inventory, null), limits));
  }

  private Path workbook(String name) {
    return bench.workbook(
        name, book -> WorkbookTest.row(book.newWorksheet("S"), 0, "name", "ip", "group"));
  }

  @Test
  void missingEmptyAndSpecialFiles() throws IOException {
    assertThat(refused(folder.resolve("nil.csv")))
        .hasMessage("nil.csv: no such file; check the path and the spelling");
    assertThat(refused(bench.bytes("empty.csv", new byte[0])))
        .hasMessage("empty.csv: the file is empty; export it again");
    assertThat(refused(Files.createDirectory(folder.resolve("folder.csv"))))
        .hasMessageStartingWith("folder.csv: is not a file");
    assertThat(refused(Path.of("/dev/zero"))).hasMessageStartingWith("zero: is not a file");
    assertThat(refused(bench.file("blank.csv", "", "  ")))
        .hasMessageContaining("blank.csv: there is no row with text in it");
  }

  @Test
  void wrongEncodingIsNamedWithItsLine() {
    byte[] latin = "name,zone\nweb1,dmz\nbüro,x\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refused(bench.bytes("latin.csv", latin)))
        .hasMessage(
            "latin.csv:3: the text is not UTF-8; save the file as CSV UTF-8, or as Unicode text"
                + " (UTF-16) with a byte order mark");
    byte[] odd = Arrays.copyOf("name\n".getBytes(StandardCharsets.UTF_16), 11);
    assertThat(refused(bench.bytes("odd.csv", odd))).hasMessageContaining("the text is not UTF-8");
  }

  @Test
  void binaryAndForeignFiles() {
    byte[] noise = new byte[5_000];
    new Random(7).nextBytes(noise);
    assertThat(refused(bench.bytes("noise.csv", noise))).hasMessageContaining("is not UTF-8");
    assertThat(refused(bench.bytes("noise.xlsx", noise)))
        .hasMessageContaining("is no workbook, though its name ends like one");
    assertThat(refused(bench.bytes("zeros.csv", new byte[5_000])))
        .hasMessageContaining("the file is binary, not text");
    assertThat(refused(bench.bytes("old.xls", bytes(0xD0, 0xCF, 0x11, 0xE0, 0, 0))))
        .hasMessageContaining("a workbook of Excel 97-2003");
    assertThat(refused(bench.bytes("a.gz", bytes(0x1F, 0x8B, 8)))).hasMessageContaining("gzip");
    assertThat(refused(bench.file("a.pdf", "%PDF-1.7"))).hasMessageContaining("is a PDF");
    assertThat(refused(bench.file("a.json", "{\"name\": 1}")))
        .hasMessageContaining("is JSON, but no NetBox dump");
    assertThat(bench.refused(ImportRequest.of(null, bench.file("b.json", "[]"))))
        .hasMessageContaining("is JSON, not a table");
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void tablesWithoutTheColumnsThatAreNeeded() {
    assertThat(refused(bench.file("a.csv", "ip,zone", "10.0.0.1,x")))
        .hasMessageStartingWith("a.csv:1: no header row has the column name; add it");
    assertThat(bench.refused(ImportRequest.of(null, bench.file("b.csv", "source,port", "x,1"))))
        .hasMessageStartingWith("b.csv:1: no header row has the column destination")
        .hasMessageContaining("destination may also be called dest, dst, to, target,");
    assertThat(bench.refused(ImportRequest.of(null, bench.file("c.csv", "from,to", "x,y"))))
        .hasMessageStartingWith("c.csv: no header row has the column port");
  }

  @Test
  void brokenQuotesAreNamedWithTheirLine() {
    assertThat(refused(bench.file("a.csv", "name,os", "a,\"x\"y", "b,z")))
        .hasMessageStartingWith("a.csv:2: the line cannot be read as separated values");
    String endless = "name,os\na,\"" + "x".repeat(2_000);
    assertThat(refused(bench.file("b.csv", endless)))
        .hasMessageStartingWith("b.csv:2: the line cannot be read as separated values");
    assertThat(refused(bench.file("c.csv", "name,os\na,\"" + "line\n".repeat(15_000)), SMALL))
        .hasMessageStartingWith("c.csv:2: a row of more than 500 characters begins here");
  }

  @Test
  void limitsAreKept() {
    assertThat(refused(bench.file("big.csv", "name", "a\n".repeat(60_000)), SMALL))
        .hasMessageContaining("more than 100000");
    assertThat(refused(bench.file("rows.csv", "name", "a\n".repeat(100)), SMALL))
        .hasMessageStartingWith("rows.csv:51: more than 50 rows");
    assertThat(refused(bench.file("wide.csv", "name" + ",x".repeat(20)), SMALL))
        .hasMessageStartingWith("wide.csv:1: more than 10 cells");
    assertThat(refused(bench.file("cell.csv", "name", "a".repeat(101)), SMALL))
        .hasMessageStartingWith("cell.csv:2: a cell of more than 100 characters");
    ImportReport report = bench.inventory("name", "n".repeat(256), "kept1");
    assertThat(texts(report, Severity.ERROR).get(0)).contains("is longer than 255 characters");
  }

  @Test
  void truncatedAndDamagedWorkbooks() throws IOException {
    byte[] whole = Files.readAllBytes(workbook("whole.xlsx"));
    for (int length : new int[] {10, 100, whole.length / 2, whole.length - 30}) {
      Path cut = bench.bytes("cut.xlsx", Arrays.copyOf(whole, length));
      assertThat(refused(cut)).hasMessageStartingWith("cut.xlsx: the workbook is damaged");
    }
    byte[] flipped = whole.clone();
    for (int i = 60; i < 160; i++) {
      flipped[i] ^= 0x55;
    }
    assertThat(refused(bench.bytes("flipped.xlsx", flipped)))
        .hasMessageStartingWith("flipped.xlsx: ");
    Path zip = rewritten(workbook("b.xlsx"), Map.of("[Content_Types].xml", new byte[0]), true);
    assertThat(refused(zip)).hasMessageContaining("is a ZIP archive, not a workbook");
    Path broken =
        rewritten(
            workbook("c.xlsx"),
            Map.of(SHEET, "<worksheet><sheetData><row".getBytes(StandardCharsets.UTF_8)),
            false);
    assertThat(refused(broken)).hasMessageContaining("damaged");
  }

  @Test
  void archivesThatExpandWithoutEnd() throws IOException {
    byte[] blanks = new byte[300_000];
    Arrays.fill(blanks, (byte) ' ');
    Path bomb = rewritten(workbook("bomb.xlsx"), Map.of("xl/media/image1.bin", blanks), false);
    assertThat(refused(bomb, SMALL))
        .hasMessageContaining("the workbook expands to more than 200000 bytes");
  }

  @Test
  void externalEntitiesAreNotEvenLookedAt() throws IOException {
    Path secret = bench.file("secret.txt", "topsecret");
    for (String declaration :
        new String[] {
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
          "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY e \"&a;&a;&a;&a;\">]>",
          "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">"
        }) {
      String sheet =
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
              + declaration
              + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
              + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row>"
              + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>"
              + "</sheetData></worksheet>";
      Path evil =
          rewritten(
              workbook("evil.xlsx"), Map.of(SHEET, sheet.getBytes(StandardCharsets.UTF_8)), false);
      assertThat(refused(evil)).hasMessageContaining("declares a document type");
      Path hidden =
          rewritten(
              workbook("evil.xlsx"), Map.of(SHEET, sheet.getBytes(StandardCharsets.UTF_16)), false);
      assertThat(refused(hidden)).hasMessageContaining("is not UTF-8");
    }
    assertThat(new String(DesignFile.toBytes(bench.design), StandardCharsets.UTF_8))
        .doesNotContain("topsecret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"ZZZZZZ1\"><v>1</v></c>",
        "<c s=\"1\" r='ZZZZZZ1'><v>1</v></c>",
        "<c\nr = \"&#90;ZZZZ1\"><v>1</v></c>",
        "<x:c xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" r=\"ZZZZZ1\"/>"
      })
  void cellsFarToTheRightCostNoMemory(String cell) throws IOException {
    assertThat(refused(rewritten(workbook("far.xlsx"), Map.of(SHEET, sheet(cell)), false)))
        .hasMessageContaining("has a place that no spreadsheet has");
  }

  @Test
  void hugeTextsNumbersAndRowsCostNoMemory() throws IOException {
    String text = "<c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(2_000_000) + "</t></is></c>";
    assertThat(refused(rewritten(workbook("t.xlsx"), Map.of(SHEET, sheet(text)), false)))
        .hasMessageContaining("a text in the workbook has more than");
    String cells = "<c/>".repeat(20_000);
    assertThat(refused(rewritten(workbook("c.xlsx"), Map.of(SHEET, sheet(cells)), false)))
        .hasMessageContaining("more cells than a spreadsheet program allows");
    byte[] strings = ("<sst>" + "<si/>".repeat(2_100_000)).getBytes(StandardCharsets.UTF_8);
    assertThat(
            refused(rewritten(workbook("s.xlsx"), Map.of("xl/sharedStrings.xml", strings), false)))
        .hasMessageContaining("more than 2000000 entries");
    String number =
        "<c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row><row r=\"2\">"
            + "<c r=\"A2\"><v>1e999999999</v></c>";
    Path big = rewritten(workbook("n.xlsx"), Map.of(SHEET, sheet(number)), false);
    ImportReport report = bench.run(ImportRequest.of(big, null));
    assertThat(texts(report, Severity.ERROR).get(0))
        .isEqualTo("n.xlsx [S]:2, column name: the number is too long");
  }

  private static byte[] sheet(String cells) {
    return ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<sheetData><row r=\"1\">"
            + cells
            + "</row></sheetData></worksheet>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The workbook with some parts replaced, added, or left out. */
  private static Path rewritten(Path workbook, Map<String, byte[]> parts, boolean leaveOut)
      throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        all.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    all.putAll(parts);
    if (leaveOut) {
      all.keySet().removeAll(parts.keySet());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : all.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    }
    try (OutputStream out = Files.newOutputStream(workbook)) {
      bytes.writeTo(out);
    }
    return workbook;
  }

  @Test
  void damagedAndEndlessJson() {
    assertThat(refused(bench.file("a.json", "[", "{\"model\": \"dcim.device\",")))
        .hasMessageStartingWith("a.json:")
        .hasMessageContaining("the JSON is damaged");
    assertThat(refused(bench.file("b.json", "[" + "[".repeat(100_000))))
        .hasMessageContaining("b.json");
    String deep = "[{\"model\":\"dcim.device\",\"pk\":1,\"fields\":{\"x\":" + "[".repeat(100_000);
    assertThat(refused(bench.file("c.json", deep))).hasMessageContaining("the JSON is damaged");
  }

  @Test
  void namesThatEscapePathsAreOnlyNames() {
    ImportReport report =
        bench.inventory("name,group,zone", "../../etc/passwd,..,C:\\x", "kept1,,");
    assertThat(report.rejectedRows()).isZero();
    assertThat(bench.find(Server.class, "../../etc/passwd").getAddresses()).isEmpty();
  }

  @Test
  void namesThatLookLikeFormulasAreKeptAndFlagged() {
    ImportReport report =
        bench.inventory(
            "name,group", "=cmd|' /C calc'!A0,@SUM(1)", "+x,@SUM(1)", "-y,ok", "kept1,");
    assertThat(report.rejectedRows()).isZero();
    assertThat(texts(report, Severity.WARNING))
        .hasSize(4)
        .allMatch(text -> text.contains("would be a formula in a spreadsheet"));
    assertThat(bench.find(Server.class, "=cmd|' /C calc'!A0").eContainer()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0007b", "a\u001B[31mb", "a\u202Eb", "a\uFFFEb", "a\u0085b"})
  void controlCharactersRejectTheRow(String name) {
    ImportReport report = bench.inventory("name,zone", name + ",x", "b,y", "kept1,");
    assertThat(texts(report, Severity.ERROR).get(0))
        .startsWith("hosts.csv:2, column name:")
        .contains("holds the control character U+")
        .doesNotContain("\u0007", "\u001B", "\u202E");
    assertThat(bench.all(Server.class)).hasSize(2);
  }

  @Test
  void controlCharactersOfHeadersReachNoMessage() {
    ImportReport report = bench.inventory("name,i\u001Bp,x\u0007", "a,bad,1", "kept1,,");
    assertThat(report.notes()).hasSize(2);
    assertThat(report.notes().toString()).contains("column i?p", "'x?'").doesNotContain("\u001B");
  }

  @Test
  void patternsThatNeverEndAreEnded() {
    Path hosts = bench.file("hosts.csv", "name", "a".repeat(60) + "!");
    ImportRequest request = Requests.withGroupPattern(ImportRequest.of(hosts, null), "^((a+)+)+$");
    assertThat(bench.refused(request))
        .hasMessageContaining("the group pattern takes too long on the name");
  }

  @Test
  void everyCutOfAFileIsEitherReadOrRefused() throws IOException {
    Path matrix =
        bench.file("m.csv", "source,destination,protocol,port", "a,\"b, c\",tcp,443", "ü,b,udp,53");
    byte[] whole = Files.readAllBytes(matrix);
    for (int length = 1; length < whole.length; length++) {
      Workbench fresh = new Workbench(folder);
      byte[] before = DesignFile.toBytes(fresh.design);
      ImportRequest request =
          Requests.withStrict(
              ImportRequest.of(null, bench.bytes("cut.csv", Arrays.copyOf(whole, length))), true);
      try {
        Importer.run(fresh.edit, request, Progress.NONE);
      } catch (ImportException e) {
        assertThat(e).hasMessageStartingWith("cut.csv");
        assertThat(DesignFile.toBytes(fresh.design)).isEqualTo(before);
      }
    }
  }

  @Test
  void randomDamageIsEitherReadOrRefused() throws IOException {
    Path sheet = workbook("w.xlsx");
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("d.xlsx", Files.readAllBytes(sheet));
    files.put(
        "d.csv", "name;ip;labels\na;10.0.0.1;x=y\n\"b\";::1;\n".getBytes(StandardCharsets.UTF_8));
    files.put(
        "d.json",
        ("[{\"model\": \"virtualization.virtualmachine\", \"pk\": 1, \"fields\": {\"name\":"
                + " \"a\", \"role\": 2, \"tenant\": [\"x\"]}}]")
            .getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      for (int seed = 0; seed < 150; seed++) {
        byte[] damaged = file.getValue().clone();
        Random random = new Random(seed);
        for (int i = 0; i <= seed % 8; i++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        Workbench fresh = new Workbench(folder);
        ImportRequest request = ImportRequest.of(fresh.bytes(file.getKey(), damaged), null);
        try {
          Importer.run(fresh.edit, request, Progress.NONE);
        } catch (ImportException e) {
          assertThat(e).as("seed " + seed).hasMessageStartingWith(file.getKey());
        } catch (RuntimeException e) {
          throw new AssertionError(file.getKey() + " with seed " + seed, e);
        }
      }
    }
  }
}
