package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FindingsFormatsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String NASTY = "a<b>&\"c\" ]]> 'd'/e";

  @TempDir Path folder;
  private final Shop shop = new Shop();
  private Server nasty;
  private Flow telnet;

  /** An error, a warning that is accepted, one that is not, and two for information. */
  @BeforeEach
  void findings() throws IOException {
    OnlyRules.write(folder, "FB-001", "FB-007", "FB-201", "FB-502", "FB-503");
    nasty = shop.add(shop.web, NASTY, null);
    telnet = shop.flow(shop.db, shop.web, shop.service("telnet", Protocol.TCP, "23"));
    shop.flow(shop.db, null, shop.https);
    shop.webToDb.setExpiresOn(LocalDate.of(2030, 1, 31));
    AcceptedFinding accepted =
        NewElements.acceptedFinding(
            "FB-201", List.of(telnet.getId(), telnet.getServices().get(0).getId()));
    accepted.setReason("Replaced <soon>");
    accepted.setAcceptedBy("Ada");
    accepted.setAcceptedOn(LocalDate.of(2030, 1, 1));
    accepted.setExpiresOn(LocalDate.of(2030, 6, 30));
    shop.design.getAcceptedFindings().add(accepted);
  }

  private Run run(Object... options) throws IOException {
    Path file = shop.save(folder);
    Object[] args = new Object[options.length + 4];
    args[0] = "validate";
    args[1] = file;
    args[2] = "--as-of";
    args[3] = "2030-01-15";
    System.arraycopy(options, 0, args, 4, options.length);
    return Run.of(args);
  }

  @Test
  void sarifIsValidByTheOfficialSchema() throws IOException {
    JsonNode sarif = MAPPER.readTree(run("--format", "sarif").out());

    assertThat(SarifSchema.violations(sarif)).isEmpty();
    assertThat(sarif.at("/runs/0/columnKind").asText()).isEqualTo("utf16CodeUnits");
    JsonNode rules = sarif.at("/runs/0/tool/driver/rules");
    assertThat(rules).hasSize(ValidationRules.all().size());
    assertThat(rules.get(0).at("/help/markdown").asText()).contains("**Example.**");
    assertThat(rules.get(0).get("name").asText()).isEqualTo("ServerWithoutAddress");
  }

  @Test
  void sarifResultsLeadToTheLinesAndTheElements() throws IOException {
    JsonNode run = MAPPER.readTree(run("--format", "sarif").out()).at("/runs/0");
    List<String> lines = Files.readAllLines(folder.resolve("shop.firebreak"));

    assertThat(run.get("results")).hasSize(4);
    for (JsonNode result : run.get("results")) {
      assertThat(run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(result.get("ruleId"));
      JsonNode place = result.at("/locations/0/physicalLocation");
      assertThat(place.at("/artifactLocation/uri").asText())
          .isEqualTo(folder.resolve("shop.firebreak").toUri().toString());
      String line = lines.get(place.at("/region/startLine").asInt() - 1);
      assertThat(line.charAt(place.at("/region/startColumn").asInt() - 1)).isEqualTo('<');
    }
    JsonNode missing = result(run, "FB-001");
    assertThat(missing.get("level").asText()).isEqualTo("warning");
    JsonNode logical = missing.at("/locations/0/logicalLocations/0");
    assertThat(logical.get("name").asText()).isEqualTo(NASTY);
    assertThat(logical.get("fullyQualifiedName").asText())
        .isEqualTo("Front/web/" + NASTY.replace("/", "\\/"));
    assertThat(logical.get("kind").asText()).isEqualTo("server");
    assertThat(lines.get(missing.at("/locations/0/physicalLocation/region/startLine").asInt() - 1))
        .contains("<servers id=\"" + nasty.getId() + "\"");
    assertThat(result(run, "FB-007").get("level").asText()).isEqualTo("error");
    assertThat(result(run, "FB-502").get("level").asText()).isEqualTo("note");
    assertThat(result(run, "FB-502").at("/locations/0/logicalLocations/0/fullyQualifiedName"))
        .hasToString("\"flows/web → db\"");
  }

  @Test
  void acceptedFindingIsSuppressedInSarif() throws IOException {
    JsonNode run = MAPPER.readTree(run("--format", "sarif").out()).at("/runs/0");
    JsonNode suppression = result(run, "FB-201").at("/suppressions/0");

    assertThat(suppression.get("kind").asText()).isEqualTo("inSource");
    assertThat(suppression.get("status").asText()).isEqualTo("accepted");
    assertThat(suppression.get("justification").asText()).isEqualTo("Replaced <soon>");
    assertThat(suppression.at("/properties/expiresOn").asText()).isEqualTo("2030-06-30");
    int line = suppression.at("/location/physicalLocation/region/startLine").asInt();
    assertThat(Files.readAllLines(folder.resolve("shop.firebreak")).get(line - 1))
        .contains("<acceptedFindings ");
    assertThat(result(run, "FB-007").has("suppressions")).isFalse();
  }

  @Test
  void linesAreThoseOfAFileThatSomebodyHasFormatted() throws IOException {
    Path file = shop.save(folder);
    String text = Files.readString(file);
    String formatted =
        "<!-- <servers id=\""
            + nasty.getId()
            + "\"/> -->\n"
            + text.substring(text.indexOf("<firebreak:Design")).replace(" name=", "\n\t name=");
    Files.writeString(file, formatted);

    JsonNode sarif =
        MAPPER.readTree(Run.of("validate", file, "--format", "sarif", "-q").out()).at("/runs/0");

    int line = result(sarif, "FB-001").at("/locations/0/physicalLocation/region/startLine").asInt();
    assertThat(formatted.split("\n")[line - 1])
        .contains("<servers id=\"" + nasty.getId() + "\"")
        .doesNotContain("<!--");
  }

  @Test
  void standardInputHasNoPhysicalLocation() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(Files.readAllBytes(shop.save(folder))));
    try {
      JsonNode run =
          MAPPER.readTree(Run.of("validate", "-", "--format", "sarif").out()).at("/runs/0");
      assertThat(run.has("artifacts")).isFalse();
      assertThat(run.at("/results/0/locations/0").has("physicalLocation")).isFalse();
      assertThat(run.at("/results/0/locations/0/logicalLocations")).hasSize(1);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void profileOverridesAreToldInSarif() throws IOException {
    Files.writeString(
        folder.resolve("own.json"),
        "{ \"disabled\": [\"FB-001\"], \"severities\": { \"FB-502\": \"error\" } }");
    JsonNode run =
        MAPPER
            .readTree(run("--format", "sarif", "--profile", folder.resolve("own.json")).out())
            .at("/runs/0");

    JsonNode overrides = run.at("/invocations/0/ruleConfigurationOverrides");
    assertThat(overrides).hasSize(2);
    assertThat(overrides.get(0).at("/configuration/enabled").asBoolean()).isFalse();
    assertThat(overrides.get(1).at("/configuration/level").asText()).isEqualTo("error");
    assertThat(result(run, "FB-502").get("level").asText()).isEqualTo("error");
  }

  @Test
  void junitHasOneTestCaseForEachRule() throws Exception {
    Element suites = xml(run("--format", "junit").out()).getDocumentElement();
    Element suite = (Element) suites.getElementsByTagName("testsuite").item(0);
    NodeList cases = suite.getElementsByTagName("testcase");

    assertThat(suites.getTagName()).isEqualTo("testsuites");
    assertThat(suite.getAttribute("name")).isEqualTo("Shop");
    assertThat(suite.getAttribute("tests"))
        .isEqualTo(String.valueOf(ValidationRules.all().size()))
        .isEqualTo(String.valueOf(cases.getLength()));
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
    assertThat(suite.getElementsByTagName("skipped").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("skipped")));
    Element failure = (Element) testCase(cases, "FB-001").getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("Server " + NASTY + " has no address");
    assertThat(failure.getAttribute("type")).isEqualTo("warning");
    assertThat(failure.getTextContent())
        .contains("at Front/web/", folder + "/shop.firebreak:", "mend: Enter its addresses");
    assertThat(skipped(cases, "FB-201")).isEqualTo("1 accepted: Replaced <soon>");
    assertThat(skipped(cases, "FB-302")).isEqualTo("left out by the profile");
    assertThat(testCase(cases, "FB-502").getElementsByTagName("system-out").item(0))
        .as("milder than --fail-on")
        .isNotNull();
  }

  @Test
  void severityThatFailsDecidesWhatFailsInJunit() throws Exception {
    Document errors = xml(run("--format", "junit", "--fail-on", "error").out());
    Document all = xml(run("--format", "junit", "--fail-on", "info").out());

    assertThat(errors.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(all.getElementsByTagName("failure").getLength()).isEqualTo(3);
  }

  @Test
  void controlCharactersDoNotBreakXml() throws Exception {
    shop.design.setName("x\u0085y\u2028z");
    nasty.setName("tab\there");

    assertThat(xml(run("--format", "junit").out()).getElementsByTagName("failure").getLength())
        .isEqualTo(2);
  }

  @Test
  void htmlIsOnePageWithEverythingEscaped() throws Exception {
    Path page = folder.resolve("findings.html");
    Run run = run("--format", "html", "-o", page, "--quiet");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEmpty();
    String html = Files.readString(page);
    assertThat(html)
        .contains("<!DOCTYPE html>", "lang=\"en\"", "prefers-color-scheme: dark", "@media print")
        .contains("FB-001 Server without address", "Front/web/", "Why it matters")
        .contains("Accepted findings", "Replaced &lt;soon&gt;", "2030-06-30", "Ada")
        .contains("a&lt;b&gt;&amp;")
        .doesNotContain("a<b>", "src=", "http://", "https://");
    assertThat(run("--format", "html").out()).isEqualTo(html);
  }

  @Test
  void jsonTellsPathLineFingerprintAndAcceptance() throws IOException {
    JsonNode json = MAPPER.readTree(run("--format", "json").out());

    assertThat(json.at("/counts/accepted").asInt()).isEqualTo(1);
    assertThat(json.get("profile").asText()).isEqualTo("baseline");
    JsonNode missing = json.get("findings").get(1);
    assertThat(missing.get("rule").asText()).isEqualTo("FB-001");
    assertThat(missing.get("path").asText()).startsWith("Front/web/");
    assertThat(missing.get("line").asInt()).isGreaterThan(2);
    assertThat(missing.get("fingerprint").asText()).matches("[0-9a-f]{64}");
    JsonNode accepted = json.at("/accepted/0");
    assertThat(accepted.get("rule").asText()).isEqualTo("FB-201");
    assertThat(accepted.get("reason").asText()).isEqualTo("Replaced <soon>");
    assertThat(accepted.get("acceptedBy").asText()).isEqualTo("Ada");
    assertThat(accepted.get("expiresOn").asText()).isEqualTo("2030-06-30");
    assertThat(run("--json").out()).isEqualTo(run("--format", "JSON").out());
  }

  @Test
  void textCountsWhatIsAcceptedAndListsItOnDemand() throws IOException {
    assertThat(run().out()).contains(", 1 accepted (").doesNotContain("Replaced", "FB-201");
    assertThat(run("--accepted").out())
        .contains(
            "Accepted\n  FB-201 Clear-text administration (1)\n",
            "-> accepted by Ada on 2030-01-01 until 2030-06-30: Replaced <soon>\n");
  }

  @Test
  void textIsColouredOnlyIfWanted() throws IOException {
    assertThat(run().out()).doesNotContain("\u001B");
    assertThat(run("--color", "always").out())
        .contains("\u001B[1m\u001B[31mErrors", "\u001B[1mFB-001")
        .satisfies(
            out -> assertThat(out.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(run().out()));
    Path file = folder.resolve("out.txt");
    run("--color", "always", "-o", file);
    assertThat(Files.readString(file)).isEqualTo(run().out());
  }

  private static JsonNode result(JsonNode run, String rule) {
    for (JsonNode result : run.get("results")) {
      if (result.get("ruleId").asText().equals(rule)) {
        return result;
      }
    }
    throw new AssertionError("no result of " + rule + " in " + run.get("results"));
  }

  private static Element testCase(NodeList cases, String rule) {
    for (int i = 0; i < cases.getLength(); i++) {
      Element each = (Element) cases.item(i);
      if (each.getAttribute("name").startsWith(rule + " ")) {
        return each;
      }
    }
    throw new AssertionError("no test case of " + rule);
  }

  private static String skipped(NodeList cases, String rule) {
    Element skipped = (Element) testCase(cases, rule).getElementsByTagName("skipped").item(0);
    return skipped.getAttribute("message");
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
