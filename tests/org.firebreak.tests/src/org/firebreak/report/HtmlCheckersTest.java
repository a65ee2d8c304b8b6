package org.firebreak.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.firebreak.cli.Main;
import org.firebreak.exports.HostileNames;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.DesignFile;
import org.firebreak.tools.Programs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of page that Firebreak writes, by the Nu HTML checker and by axe. */
class HtmlCheckersTest {
  /** What the checker of styles does not know yet; both are of CSS that browsers have. */
  private static final String NEWER_THAN_THE_CHECKER =
      "CSS: (Unknown pseudo-element or pseudo-class .::details-content.\\."
          + "|.background.: .var\\(--fb-[a-z]+\\). is not a .color. value\\.)";

  /** On screen as the browser prefers, then by the rules for print, which it cannot dump. */
  private static final String PROBE =
      """
      <script>
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const look = async medium => {
        const size = { enabled: medium !== 'print' }; // nobody points at paper
        const result = await axe.run(document, { runOnly: tags, rules: { 'target-size': size } });
        const found = result.violations.flatMap(each => each.nodes.map(node =>
          each.id + ' ' + node.target + ': ' + node.failureSummary.replace(/\\s+/g, ' ')));
        return medium + ' passed ' + (result.passes.length > 10 ? 'many' : 'few')
          + ' found ' + found.slice(0, 5).join('; ') + ' END';
      };
      const print = () => {
        for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) if (rule.media) {
          const text = rule.media.mediaText;
          if (text.includes('print')) rule.media.mediaText = 'all';
          else if (text.includes('screen')) rule.media.mediaText = 'not all';
        }
      };
      addEventListener('load', async () => {
        let text;
        try {
          const dark = matchMedia('(prefers-color-scheme: dark)').matches;
          text = await look(dark ? 'dark' : 'light');
          if (!dark) { print(); text += ' ' + await look('print'); }
        } catch (e) { text = 'failed: ' + e; }
        document.body.innerHTML = '';
        document.body.textContent = 'PROBE ' + text;
      });
      </script></body>\
      """;

  @TempDir static Path pages;

  @TempDir Path folder;

  @BeforeAll
  static void write() throws Exception {
    Path hostile = pages.resolve("hostile.firebreak");
    DesignFile.save(HostileNames.design(StrategyKind.HYBRID), hostile);
    for (String sample : SampleReports.names()) {
      for (Report report : SampleReports.of(sample).toList()) {
        Files.write(
            pages.resolve(sample + "-" + report.document().kind() + ".html"),
            SampleReports.bytes(report, ReportFormat.HTML));
      }
      others(sample, SampleReports.file(sample), hostile);
    }
    others("hostile", hostile, SampleReports.file("lab-shop"));
    for (String command : List.of("size", "plan", "compare")) {
      run(command, hostile.toString(), "-o", page("hostile", command));
    }
  }

  private static void others(String name, Path design, Path other) {
    run("validate", design.toString(), "--format", "html", "-o", page(name, "findings"));
    run(
        "diff",
        other.toString(),
        design.toString(),
        "--format",
        "html",
        "-o",
        page(name, "difference"));
  }

  private static String page(String name, String kind) {
    return pages.resolve(name + "-" + kind + ".html").toString();
  }

  private static void run(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      assertThat(Main.run(arguments, out, out)).as(said.toString()).isLessThan(2);
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(pages)) {
      return files.filter(each -> each.toString().endsWith(".html")).sorted().toList();
    }
  }

  @Test
  void theNuCheckerFindsNoError() throws Exception {
    Path damaged = folder.resolve("damaged.html");
    String page = Files.readString(pages.resolve("lab-shop-findings.html"));
    Files.writeString(
        damaged, page.replaceFirst("<ul", "<p><ul").replaceFirst("<h2 id", "<h2 ids"));
    List<Path> all = new ArrayList<>(files());
    assertThat(all).hasSize(25);
    assertThat(errors(all)).isEmpty();
    assertThat(errors(List.of(damaged))).hasSizeGreaterThan(1);
  }

  private List<String> errors(List<Path> documents) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Programs.jars().resolve("*").toString(),
                "nu.validator.client.SimpleCommandLineValidator",
                "--errors-only",
                "--filterpattern",
                NEWER_THAN_THE_CHECKER));
    documents.forEach(each -> command.add(each.toString()));
    return Programs.run(folder, List.of(), command).output().lines().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sizing", "plan", "comparison", "findings", "difference"})
  void axeFindsNoViolationOnScreenLightAndDarkAndInPrint(String kind) throws Exception {
    String shop = Files.readString(pages.resolve("lab-shop-" + kind + ".html"));
    assertThat(probe(shop, 1))
        .contains("PROBE light passed many found  END print passed many found  END");
    assertThat(probe(shop, 0)).contains("PROBE dark passed many found  END");
  }

  @Test
  void axeFindsWhatIsWrong() throws Exception {
    String shop = Files.readString(pages.resolve("lab-shop-findings.html"));
    assertThat(probe(shop.replace("lang=\"en\"", ""), 1))
        .contains("found html-has-lang html", "print passed many found html-has-lang");
  }

  private String probe(String page, int scheme) throws Exception {
    Optional<Path> browser = Programs.find("chromium", "chromium-browser", "google-chrome");
    assumeTrue(browser.isPresent(), "skipped: no Chromium is installed (package chromium)");
    Path file = folder.resolve("page.html");
    Files.writeString(file, page.replace("</body>", "<script>" + axe() + "</script>" + PROBE));
    Programs.Result result =
        Programs.run(
            folder,
            List.of(),
            List.of(
                browser.get().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--blink-settings=preferredColorScheme=" + scheme,
                "--window-size=1280,900",
                "--virtual-time-budget=60000",
                "--dump-dom",
                file.toUri().toString()));
    Matcher matcher = Pattern.compile("PROBE .*", Pattern.DOTALL).matcher(result.output());
    return matcher.find() ? matcher.group() : result.output();
  }

  private static String axe() throws IOException {
    try (Stream<Path> jars = Files.list(Programs.jars())) {
      Path jar =
          jars.filter(each -> each.getFileName().toString().startsWith("selenium-"))
              .findFirst()
              .orElseThrow();
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        ZipEntry script = zip.getEntry("axe.min.js");
        String text = new String(zip.getInputStream(script).readAllBytes(), StandardCharsets.UTF_8);
        return text.replace("</script", "<\\/script");
      }
    }
  }
}
