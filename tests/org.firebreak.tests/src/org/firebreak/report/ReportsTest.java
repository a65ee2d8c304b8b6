package org.firebreak.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.Validator;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Tripwire;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Design design = NewElements.design("Shop & <b>friends</b>");
  private final Service https = NewElements.service("https");
  private Flow flow;

  @BeforeEach
  void fill() {
    https.setPorts("443");
    design.getServices().add(https);
    ServerGroup web = group("DMZ", "web", Risk.HIGH, "10.0.1.1", "10.0.1.2");
    ServerGroup db = group("Data", "db", Risk.LOW, "10.0.2.1");
    flow = flow(web, db);
    flow.setJustification("orders of customers");
    flow.setOwner("shop team");
    Tripwire tripwire = NewElements.tripwire("Remote administration");
    Service ssh = NewElements.service("ssh");
    ssh.setPorts("22");
    design.getServices().add(ssh);
    tripwire.getServices().add(ssh);
    design.getTripwires().add(tripwire);
  }

  private ServerGroup group(String zoneName, String name, Risk risk, String... addresses) {
    Zone zone = NewElements.zone(zoneName);
    design.getZones().add(zone);
    ServerGroup group = NewElements.group(name);
    zone.getGroups().add(group);
    for (String address : addresses) {
      Server server = NewElements.server(name + (group.getServers().size() + 1));
      server.setAddresses(List.of(address));
      server.setRisk(risk);
      group.getServers().add(server);
    }
    return group;
  }

  private Flow flow(Endpoint from, Endpoint to) {
    Flow created = NewElements.flow(from, to);
    created.getServices().add(https);
    design.getFlows().add(created);
    return created;
  }

  private CompiledPolicy policy() {
    return PolicyCompiler.compile(design, CompileOptions.on(TODAY));
  }

  private String plan() {
    CompiledPolicy policy = policy();
    return SegmentationPlanReport.html(
        design,
        policy,
        Validator.validate(
            design, policy, ValidationRules.all(), ValidationProfile.BASELINE, Progress.NONE));
  }

  @Test
  void thePlanTellsWhatIsPermittedAcrossEachBoundaryAndWhy() {
    assertThat(textOf(plan()))
        .contains("DMZ → Data")
        .contains("orders of customers")
        .contains("shop team")
        .contains("Evaluated on 2026-11-23")
        .contains("Group segmentation");
  }

  @Test
  void thePlanOrdersTheRollOutByRisk() {
    String text = textOf(plan());
    assertThat(text.indexOf("Risk high; nobody depends on it."))
        .isPositive()
        .isLessThan(text.indexOf("Risk low; one group depends on it."));
  }

  @Test
  void thePlanChecksWhatMustPassAndWhatMustNot() {
    assertThat(textOf(plan()))
        .contains("--from 10.0.1.1 --to 10.0.2.1 --protocol tcp --port 443")
        .contains("denied, logged and alerted");
  }

  @Test
  void thePlanSaysWhereMembersTalkFreely() {
    assertThat(textOf(plan())).contains("because they are not microsegmented: web.");
    design.getStrategy().setKind(StrategyKind.MICRO);
    assertThat(textOf(plan())).doesNotContain("because they are not microsegmented");
  }

  @Test
  void checksAreJudgedAsThePlanIs() {
    design.getStrategy().setKind(StrategyKind.MICRO);
    assertThat(textOf(plan())).contains("--strategy micro --as-of 2026-11-23");
  }

  @Test
  void aTenantsNameIsOneWordOfTheCommand() {
    Tenant tenant = NewElements.tenant("red team's; rm -rf x");
    design.getTenants().add(tenant);
    design.getZones().forEach(zone -> zone.setTenant(tenant));
    assertThat(textOf(plan()).replace("&#39;", "'"))
        .contains("--tenant 'red team'\\''s; rm -rf x' --strategy");
  }

  @Test
  void aFlowOutOfForceIsListedAsSuch() {
    flow.setExpiresOn(TODAY.minusDays(1));
    assertThat(textOf(plan()))
        .contains("web → db: proposed, until 2026-11-22")
        .contains("No flow is in force");
  }

  @Test
  void textsOfTheDesignAreEscaped() {
    assertThat(plan())
        .contains("Shop &amp; &lt;b&gt;friends&lt;/b&gt;")
        .doesNotContain("<b>friends");
  }

  @Test
  void reportsReferToNothingOutsideThemselves() {
    Pattern outside = Pattern.compile("(src|href)=\"(?!#)|url\\(|@import");
    assertThat(plan()).doesNotContainPattern(outside);
    assertThat(sizing()).doesNotContainPattern(outside);
  }

  @Test
  void theSameDesignGivesTheSameReportsAndIsNotChanged() {
    byte[] before = DesignFile.toBytes(design);
    assertThat(plan()).isEqualTo(plan());
    assertThat(sizing()).isEqualTo(sizing());
    assertThat(DesignFile.toBytes(design)).isEqualTo(before);
  }

  private String sizing() {
    return SizingReport.html(SizingStudy.of(design, policy(), SizingParameters.defaults()));
  }

  @Test
  void theSizingReportNamesFlowsWithoutEstimateAndGuessesNothing() {
    assertThat(textOf(sizing()))
        .contains("web → db")
        .contains("100 % of the flows have no full estimate")
        .contains("nothing can be recommended");
  }

  @Test
  void theSizingReportRanksAppliancesForTheDemand() {
    flow.setPeakBitsPerSecond(2e9);
    flow.setConnectionsPerSecond(500.0);
    flow.setMeanDurationSeconds(3.0);
    flow.setMeanPacketBytes(700.0);
    assertThat(textOf(sizing()))
        .contains("2 Gbit/s")
        .contains("Every flow has a full estimate")
        .contains("The tightest fit is");
  }

  private static String textOf(String html) {
    return html.replaceAll("(?s)<style>.*?</style>", " ")
        .replaceAll("<[^>]+>", " ")
        .replace("&gt;", ">")
        .replaceAll("\\s+", " ");
  }

  @Test
  void markdownAndJsonOfThePlanAreTheGoldenOnes() throws IOException {
    CompiledPolicy policy = policy();
    Report report =
        SegmentationPlanReport.of(
            design,
            policy,
            Validator.validate(
                design, policy, ValidationRules.all(), ValidationProfile.BASELINE, Progress.NONE));
    for (ReportFormat format : List.of(ReportFormat.MARKDOWN, ReportFormat.JSON)) {
      Path golden =
          Path.of(
              System.getProperty("firebreak.root"),
              "tests/org.firebreak.tests/src/org/firebreak/report/golden/plan." + format.suffix());
      String text = new String(SampleReports.bytes(report, format), StandardCharsets.UTF_8);
      if ("update".equals(System.getProperty("firebreak.golden"))) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, text);
      }
      assertThat(text)
          .as("%s; -Dfirebreak.golden=update accepts it", format)
          .isEqualTo(Files.readString(golden));
    }
  }

  @Test
  void aFileWithAnUnknownEndIsRefusedWithTheFormatsThatThereAre() {
    assertThat(ReportFormat.ofFile("Plan.PDF")).isEqualTo(ReportFormat.PDF);
    assertThatThrownBy(() -> ReportFormat.ofFile("plan.docx"))
        .hasMessage(
            "the format of plan.docx is not known; end its name with .html, .pdf, .xlsx, .md or"
                + " .json");
    assertThatThrownBy(() -> ReportFormat.ofFile("html")).hasMessageContaining("not known");
  }
}
