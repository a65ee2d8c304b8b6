package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command that reads a design, on every kind of file that is none. */
class BadInputTest {
  @TempDir Path folder;

  private record Bad(Path file, String place) {}

  @TestFactory
  List<DynamicTest> badDesignsGiveExitCode3WithFileAndPlaceAndChangeNothing() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Path good = new Shop().save(folder);
    Path out = Files.createDirectory(folder.resolve("out"));
    Path hosts = Files.writeString(folder.resolve("hosts.csv"), "name,address\na,10.0.0.1\n");
    for (Bad bad : badFiles(good)) {
      Path file = bad.file();
      add(tests, bad, "validate", file);
      add(tests, bad, "simulate", file, "--from", "web1", "--to", "db1", "--protocol", "esp");
      add(tests, bad, "export", file, "-o", out.resolve("policy"));
      add(tests, bad, "plan", file, "-o", out.resolve("plan.html"));
      add(tests, bad, "size", file, "-o", out.resolve("size.html"));
      add(tests, bad, "import", "--inventory", hosts, "--into", file, "-o", out.resolve("x"));
    }
    return tests;
  }

  private void add(List<DynamicTest> tests, Bad bad, Object... args) {
    tests.add(
        DynamicTest.dynamicTest(
            args[0] + " " + bad.file().getFileName(),
            () -> {
              Map<String, String> before = Run.snapshot(folder);
              Run run = Run.of(args);

              assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
              assertThat(run.out()).isEmpty();
              assertThat(run.err()).contains(bad.file().getFileName() + bad.place());
              assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
              assertThat(Run.snapshot(folder)).isEqualTo(before);
            }));
  }

  private List<Bad> badFiles(Path good) throws IOException {
    String text = Files.readString(good);
    return List.of(
        bad("truncated", text.substring(0, text.length() / 2), ":"),
        bad("empty", "", ""),
        bad("binary", "\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000\u0003", ":1"),
        bad("not-xml", "name,address\nweb1,10.0.0.1\n", ":1"),
        bad("other-xml", "<?xml version=\"1.0\"?>\n<html><body/></html>\n", ":2"),
        bad(
            "entities",
            text.replaceFirst(
                "\\?>\\n",
                "?>\n<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">"
                    + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n"),
            ":2"),
        bad("newer", text.replaceFirst("Design ", "Design formatVersion=\"99\" "), ":"),
        bad("unknown", text.replaceFirst("<zones", "<castles"), ":"),
        bad("reference", text.replaceFirst("source=\"[^\"]*\"", "source=\"nobody\""), ":"),
        bad("foreign", text.replaceFirst("source=\"[^\"]*\"", "href=\"other.firebreak#x\""), ":"),
        bad("garbage-after", text + "<more/>", ":"),
        bad("doubled", text.replaceAll("id=\"[0-9a-f-]{36}\"", "id=\"same\""), ":"),
        bad("nested", nested(text), ":"),
        latin(text.replaceFirst("name=\"Shop\"", "name=\"Büro\"")),
        huge(),
        loop(),
        new Bad(Files.createDirectory(folder.resolve("folder.firebreak")), ":"),
        new Bad(folder.resolve("missing.firebreak"), ": no such file"));
  }

  private Bad bad(String name, String content, String place) throws IOException {
    Path file = folder.resolve(name + ".firebreak");
    return new Bad(Files.writeString(file, content), place);
  }

  private Bad latin(String text) throws IOException {
    Path file = folder.resolve("latin.firebreak");
    return new Bad(Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1)), ":");
  }

  private static String nested(String text) {
    int end = text.lastIndexOf("</");
    return text.substring(0, end)
        + "<zones name=\"z\">".repeat(5000)
        + "</zones>".repeat(5000)
        + text.substring(end);
  }

  /** Takes no space on the disk. */
  private Bad huge() throws IOException {
    Path file = folder.resolve("huge.firebreak");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    return new Bad(file, ": larger than 512 MiB");
  }

  private Bad loop() throws IOException {
    Path file = folder.resolve("loop.firebreak");
    return new Bad(Files.createSymbolicLink(file, file), ":");
  }
}
