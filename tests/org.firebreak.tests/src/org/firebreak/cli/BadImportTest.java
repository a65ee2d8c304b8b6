package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Import of files that cannot be read, each as an inventory and as a port matrix. */
class BadImportTest {
  private static final byte[] ENTITIES =
      ("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
              + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
              + "<sheets><sheet name=\"&x;\" sheetId=\"1\"/></sheets></workbook>")
          .getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> unreadableFilesGiveExitCode3WithTheirNameAndChangeNothing() throws IOException {
    Path design = new Shop().save(folder);
    List<DynamicTest> tests = new ArrayList<>();
    for (Path bad : badFiles()) {
      for (String option : List.of("--inventory", "--flows")) {
        for (Object[] target :
            new Object[][] {{"--into", design}, {"-o", folder.resolve("new.firebreak")}}) {
          tests.add(
              DynamicTest.dynamicTest(
                  option + " " + bad.getFileName() + " " + target[0],
                  () -> check(bad, option, target)));
        }
      }
    }
    return tests;
  }

  private void check(Path bad, String option, Object[] target) throws IOException {
    Map<String, String> before = Run.snapshot(folder);
    Run run = Run.of("import", option, bad, target[0], target[1]);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(bad.getFileName().toString());
    assertThat(Run.snapshot(folder)).isEqualTo(before);
  }

  private List<Path> badFiles() throws IOException {
    return List.of(
        write("empty.csv", new byte[0]),
        write("binary.csv", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0}),
        write("no-header.csv", "10.0.0.1;10.0.0.2\n1;2\n".getBytes(StandardCharsets.UTF_8)),
        write(
            "latin.csv",
            "name,source,destination,protocol,port,address\nbüro,a,b,tcp,1,10.0.0.1\n"
                .getBytes(StandardCharsets.ISO_8859_1)),
        write(
            "open-quote.csv",
            "name,source,destination,protocol,port,address\n\"a,a,b,tcp,1,10.0.0.1\n"
                .getBytes(StandardCharsets.UTF_8)),
        write("truncated.xlsx", Arrays.copyOf(workbook(ENTITIES), 90)),
        write("entities.xlsx", workbook(ENTITIES)),
        write("escape.xlsx", zip("../../escape.txt", new byte[] {1})),
        write("text.xlsx", "name,address\n".getBytes(StandardCharsets.UTF_8)),
        write("dump.json", "{\"dcim\": [".getBytes(StandardCharsets.UTF_8)),
        huge(),
        Files.createDirectory(folder.resolve("folder.csv")),
        folder.resolve("missing.csv"));
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] workbook(byte[] content) throws IOException {
    return zip("xl/workbook.xml", content);
  }

  private static byte[] zip(String entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  /** Takes no space on the disk. */
  private Path huge() throws IOException {
    Path file = folder.resolve("huge.csv");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(2L << 30);
    }
    return file;
  }
}
