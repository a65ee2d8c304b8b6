package org.firebreak.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlReportTest {
  /** Runs in the page: overflow, contrast by WCAG 2 of every visible text, and errors. */
  private static final String PROBE =
      """
      <script>
      const found = [];
      addEventListener('error', e => found.push('error ' + e.message));
      addEventListener('load', () => {
        const page = document.documentElement;
        if (page.scrollWidth > page.clientWidth) found.push('overflow ' + page.scrollWidth);
        const rgb = c => (c.match(/[\\d.]+/g) || []).map(Number);
        const light = c => { const v = c.slice(0, 3).map(x => x / 255)
          .map(x => x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
          return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
        const ground = e => { for (; e; e = e.parentElement) {
          const c = rgb(getComputedStyle(e).backgroundColor);
          if (c.length && (c.length < 4 || c[3] > 0)) return c; } return [255, 255, 255]; };
        let texts = 0;
        for (const e of document.body.querySelectorAll('h1,h2,h3,p,li,th,td,dt,dd,a,summary,figcaption,caption,code,.note')) {
          if (!e.innerText || !e.innerText.trim() || !e.getClientRects().length) continue;
          texts++;
          const a = light(rgb(getComputedStyle(e).color)), b = light(ground(e));
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (ratio < 4.5) found.push('contrast ' + ratio.toFixed(2) + ' of ' + e.innerText.slice(0, 40));
        }
        const dark = matchMedia('(prefers-color-scheme: dark)').matches;
        document.body.innerHTML = '';
        document.body.textContent = 'PROBE ' + (dark ? 'dark ' : 'light ') + (texts > 20 ? 'texts ' : '')
          + 'found:' + found.join('; ') + ' END';
      });
      </script></body>\
      """;

  @TempDir Path folder;

  static List<String> samples() {
    return SampleReports.names();
  }

  private static Document parsed(byte[] page) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void structureServesThoseWhoListenToIt(String sample) throws Exception {
    for (Report report : SampleReports.of(sample).toList()) {
      Document page = parsed(SampleReports.bytes(report, ReportFormat.HTML));
      assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
      assertThat(elements(page, "h1")).hasSize(1);
      assertThat(elements(page, "main")).hasSize(1);
      assertThat(elements(page, "nav")).hasSize(1);
      assertThat(elements(page, "script")).isEmpty();
      Set<String> ids = new HashSet<>();
      for (Element each : elements(page, "*")) {
        String id = each.getAttribute("id");
        // The diagram is there twice, for light and dark, of which one is shown.
        assertThat(id.isEmpty() || ids.add(id)).as("id %s", id).isTrue();
      }
      for (Element link : elements(page, "a")) {
        assertThat(ids).contains(link.getAttribute("href").substring(1));
      }
      for (Element table : elements(page, "table")) {
        assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
      }
      for (Element head : elements(page, "th")) {
        assertThat(head.getAttribute("scope")).isIn("col", "row");
      }
      for (Element image : elements(page, "img")) {
        assertThat(image.getAttribute("alt")).isNotBlank();
      }
      for (Element picture : elements(page, "svg")) {
        assertThat(picture.getElementsByTagName("title").getLength()).isPositive();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"light, 1, 1280", "light, 1, 500", "dark, 0, 1280", "dark, 0, 500"})
  void aBrowserShowsItWithContrastAndWithoutOverflow(String scheme, int preferred, int width)
      throws Exception {
    String browser = browser();
    for (Report report : SampleReports.of("lab-shop").toList()) {
      String page =
          new String(SampleReports.bytes(report, ReportFormat.HTML), StandardCharsets.UTF_8);
      Path file = folder.resolve(report.document().kind() + ".html");
      Files.writeString(file, page.replace("</body>", PROBE));
      String dom =
          SampleReports.run(
              folder,
              List.of(
                  browser,
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--user-data-dir=" + folder.resolve("profile"),
                  "--blink-settings=preferredColorScheme=" + preferred,
                  "--window-size=" + width + ",900",
                  "--virtual-time-budget=20000",
                  "--dump-dom",
                  file.toUri().toString()));
      assertThat(dom)
          .as(report.document().kind())
          .contains("PROBE " + scheme + " texts found: END");
    }
  }

  @Test
  void itPrintsWithoutOverlapsOrTextCutOff() throws Exception {
    String browser = browser();
    assumeTrue(
        SampleReports.program("pdftotext").isPresent(),
        "pdftotext is not installed (package poppler-utils)");
    for (Report report : SampleReports.of("online-boutique").toList()) {
      Path file = folder.resolve(report.document().kind() + ".html");
      Files.write(file, SampleReports.bytes(report, ReportFormat.HTML));
      Path printed = folder.resolve("printed.pdf");
      SampleReports.run(
          folder,
          List.of(
              browser,
              "--headless=new",
              "--no-sandbox",
              "--disable-gpu",
              "--user-data-dir=" + folder.resolve("profile"),
              "--no-pdf-header-footer",
              "--print-to-pdf=" + printed,
              file.toUri().toString()));
      Path boxes = folder.resolve("boxes.html");
      SampleReports.run(
          folder, List.of("pdftotext", "-bbox", printed.toString(), boxes.toString()));
      assertThat(WordBoxes.flaws(Files.readString(boxes))).as(report.document().kind()).isEmpty();
    }
  }

  private static String browser() {
    var browser = SampleReports.program("chromium", "chromium-browser", "google-chrome");
    assumeTrue(browser.isPresent(), "no Chromium is installed (package chromium)");
    return browser.get().toString();
  }

  @Test
  void itRefersToNothingOutside() throws IOException {
    for (Report report : SampleReports.of("lab-shop").toList()) {
      String page =
          new String(SampleReports.bytes(report, ReportFormat.HTML), StandardCharsets.UTF_8);
      assertThat(page).doesNotContainPattern("(src|href)=\"(?!#|data:)|@import|url\\((?!#)");
      assertThat(page).contains("Example &amp; Söhne &lt;Ltd&gt;");
    }
  }
}
