package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TupleFileTest {
  @TempDir Path folder;

  private final Shop shop = new Shop();
  private Path design;

  @BeforeEach
  void save() throws IOException {
    design = shop.save(folder);
  }

  private Path tuples(String... lines) throws IOException {
    return Files.writeString(folder.resolve("tuples.csv"), String.join("\n", lines) + "\n");
  }

  @Test
  void everyRowGetsItsVerdict() throws IOException {
    Path input =
        tuples(
            "src,dst,protocol,port",
            "web1,db1,tcp,5432",
            "192.0.2.9,10.0.1.1,tcp,443",
            "db1,web1,tcp,22",
            "db1,web1,udp,53",
            "web1,web2,tcp,1");
    Path output = folder.resolve("verdicts.csv");

    Run run = Run.of("simulate", design, "--tuples", input, "-o", output);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("5 rows, 1 alert, 1 deny, 3 permit\n");
    assertThat(Files.readString(output))
        .isEqualTo(
            """
            src,dst,protocol,port,verdict,flow,tripwire,enforced_at,reason
            web1,db1,tcp,5432,permit,web → db,,Central firewall,Flow web → db permits tcp/5432.
            192.0.2.9,10.0.1.1,tcp,443,permit,Office → web,,Central firewall,Flow Office → web permits tcp/443.
            db1,web1,tcp,22,alert,,Administration,Central firewall,No flow permits tcp/22 from db1 to web1; tripwire Administration raises an alert.
            db1,web1,udp,53,deny,,,Central firewall,No flow permits udp/53 from db1 to web1.
            web1,web2,tcp,1,permit,,,,"web1 and web2 are both in group web, and neither is microsegmented."
            """);
  }

  @Test
  void standardOutputTakesTheTableWithoutAFile() throws IOException {
    Run run =
        Run.of("simulate", design, "--tuples", tuples("SRC;Dst;Proto;Port", "web1;db1;tcp;5432"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("web1,db1,tcp,5432,permit");
  }

  @Test
  void icmpTypesAndTenantsAreColumns() throws IOException {
    shop.tenant("red");
    shop.flow(shop.web, shop.db, shop.ping);
    shop.save(folder);

    Run run =
        Run.of(
            "simulate",
            design,
            "--tuples",
            tuples(
                "src,dst,protocol,port,icmp_type,tenant",
                "web1,db1,icmp,,8,red",
                "web1,db1,icmp,,13,"));

    assertThat(run.out())
        .startsWith("src,dst,protocol,port,icmp_type,tenant,verdict,")
        .contains("web1,db1,icmp,,8,red,permit,", "web1,db1,icmp,,13,,deny,");
  }

  @Test
  void icmpTypeMayStandInTheColumnOfPorts() throws IOException {
    shop.flow(shop.web, shop.db, shop.ping);
    shop.save(folder);

    Run run =
        Run.of(
            "simulate",
            design,
            "--tuples",
            tuples(
                "src,dst,protocol,port,icmp_type",
                "web1,db1,icmp,8,",
                "web1,db1,icmp,8/0,8",
                "web1,db1,icmp,13,",
                "web1,db1,icmp,0,8",
                "web1,db1,icmp,8,13",
                "web1,db1,icmp,echo,"));

    assertThat(run.out())
        .contains(
            "web1,db1,icmp,8,,permit,",
            "web1,db1,icmp,8/0,8,permit,",
            "web1,db1,icmp,13,,deny,",
            "web1,db1,icmp,0,8,permit,",
            "web1,db1,icmp,8,13,error,",
            "web1,db1,icmp,echo,,error,");
    assertThat(run.err())
        .contains("the port column has the ICMP type 8 and icmp_type has 13; leave one out");
  }

  @Test
  void rowsWithoutAnAnswerAreReportedAndTheOthersAnswered() throws IOException {
    Path input =
        tuples(
            "src,dst,protocol,port",
            "web1,nobody,tcp,1",
            "web1,db1,tcp,5432",
            "web1,db1,tcp,99999",
            "web1,db1,tcp,1,surplus");
    Path output = folder.resolve("verdicts.csv");

    Run run = Run.of("simulate", design, "--tuples", input, "-o", output);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("tuples.csv:2: ", "'nobody'", "tuples.csv:4: ", "99999", "tuples.csv:5")
        .endsWith("4 rows, 3 error, 1 permit\n");
    assertThat(Files.readAllLines(output)).hasSize(5);
    assertThat(Files.readString(output)).contains("web1,nobody,tcp,1,error,,,,");
  }

  @Test
  void formulasAreNeutralised() throws IOException {
    shop.add(shop.web, "=HYPERLINK(\"http://x\",\"y\")", null, "10.0.1.66");
    shop.webToDb.setName("+cmd|' /C calc'!A0");
    shop.save(folder);

    Run run =
        Run.of(
            "simulate",
            design,
            "--tuples",
            tuples(
                "src,dst,protocol,port",
                "\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",db1,tcp,5432",
                "@evil,-1,tcp,1"));

    assertThat(run.out())
        .contains(
            "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",db1",
            ",'+cmd|' /C calc'!A0,",
            "\n'@evil,'-1,tcp,1,error");
    assertThat(run.out().lines()).noneMatch(line -> line.matches("[=+@-].*|.*,\"?[=+@-].*"));
  }

  @Test
  void brokenTablesAreBadInputAndLeaveTheOutputAlone() throws IOException {
    Path output = Files.writeString(folder.resolve("verdicts.csv"), "precious\n");
    Path noHeader = tuples("web1,db1,tcp,5432");
    Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {0, 1, 2, 3, 0, 0, 9});
    Path latin =
        Files.write(
            folder.resolve("latin.csv"),
            "src,dst,protocol,port\nweb1,db1,tcp,1\nbüro,db1,tcp,1\n"
                .getBytes(StandardCharsets.ISO_8859_1));
    Path open = Files.writeString(folder.resolve("open.csv"), "src,dst,protocol\n\"web1,db1,tcp\n");
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Map<String, String> before = Run.snapshot(folder);

    for (Path bad : List.of(noHeader, binary, latin, open, empty, folder.resolve("missing.csv"))) {
      Run run = Run.of("simulate", design, "--tuples", bad, "-o", output);

      assertThat(run.exitCode()).as(bad + ": " + run.err()).isEqualTo(3);
      assertThat(run.err()).contains(bad.getFileName().toString());
    }
    assertThat(Run.snapshot(folder)).isEqualTo(before);
    assertThat(Run.of("simulate", design, "--tuples", latin).err()).contains("latin.csv:3");
  }

  @Test
  void outputThatCannotBeWrittenIsReported() throws IOException {
    Path input = tuples("src,dst,protocol,port", "web1,db1,tcp,1");

    Run noFolder = Run.of("simulate", design, "--tuples", input, "-o", folder.resolve("no/v.csv"));
    assertThat(noFolder.exitCode()).isEqualTo(3);
    assertThat(noFolder.err()).contains("there is no folder", "create it");
    Run isFolder = Run.of("simulate", design, "--tuples", input, "-o", folder);
    assertThat(isFolder.exitCode()).isEqualTo(3);
    assertThat(isFolder.err()).contains("is a folder");
  }

  @Test
  void manyRowsStream() throws IOException {
    int rows = 50_000;
    Path input = folder.resolve("many.csv");
    try (BufferedWriter writer = Files.newBufferedWriter(input)) {
      writer.write("src,dst,protocol,port\n");
      for (int i = 0; i < rows; i++) {
        writer.write("web" + (i % 2 + 1) + ",10.0.2." + (i % 2 + 1) + ",tcp," + i % 65536 + "\n");
      }
    }
    Path output = folder.resolve("verdicts.csv");

    Run run = Run.of("simulate", design, "--tuples", input, "-o", output, "-q");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    try (var lines = Files.lines(output)) {
      assertThat(lines.count()).isEqualTo(rows + 1L);
    }
  }
}
