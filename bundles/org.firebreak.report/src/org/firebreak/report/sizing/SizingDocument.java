package org.firebreak.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Block.Figure;
import org.firebreak.report.document.Block.Figures;
import org.firebreak.report.document.Block.Graph;
import org.firebreak.report.document.Block.Items;
import org.firebreak.report.document.Block.Paragraph;
import org.firebreak.report.document.Block.Rows;
import org.firebreak.report.document.Document;
import org.firebreak.report.document.Document.Fact;
import org.firebreak.report.document.Document.Section;
import org.firebreak.report.table.Tone;
import org.firebreak.scene.Scene;

/**
 * The firewall sizing report: what has to be carried, by what it can be, and on what that rests.
 */
public final class SizingDocument {
  private final SizingStudy study;

  private SizingDocument(SizingStudy study) {
    this.study = study;
  }

  /**
   * The report.
   *
   * @param diagram picture of the design; empty for none
   */
  public static Document of(SizingStudy study, Optional<Scene> diagram) {
    return new SizingDocument(study).document(diagram);
  }

  private Document document(Optional<Scene> diagram) {
    List<Fact> facts = new ArrayList<>();
    if (study.revision() != null && !study.revision().isBlank()) {
      facts.add(new Fact("revision", "Revision", study.revision()));
    }
    facts.add(new Fact("strategy", "Strategy", study.strategyChoice().label()));
    facts.add(new Fact("evaluationDate", "Evaluated on", study.evaluationDate().toString()));
    List<Section> sections = new ArrayList<>();
    sections.add(summary());
    diagram.ifPresent(
        scene ->
            sections.add(
                new Section(
                    "diagram",
                    "Data-flow diagram",
                    List.of(new Block.Drawing("data-flow", "Data-flow diagram", scene)))));
    sections.add(demand());
    if (study.central().isEmpty()) {
      sections.add(
          new Section(
              "firewalls",
              "Central firewalls",
              List.of(
                  Paragraph.of(
                      "No central firewall has anything to enforce under this strategy."))));
    }
    int number = 0;
    for (CentralSizing central : study.central()) {
      number++;
      sections.add(FirewallSection.of(central, "firewall-" + number));
    }
    study.hosts().ifPresent(hosts -> sections.add(HostSection.of(hosts)));
    sections.add(new Section("fabric", "Fabric", List.of(Paragraph.of(fabric()))));
    sections.add(new Section("flows", "Flows", List.of(new Rows(FlowRows.traffic(study.flows())))));
    sections.add(openPoints());
    sections.add(parameters());
    return new Document("sizing", "Firewall sizing report", study.design().name(), facts, sections);
  }

  private Section summary() {
    List<Figure> figures = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (CentralSizing central : study.central()) {
      String key = figures.isEmpty() ? "" : String.valueOf(figures.size());
      figures.add(
          new Figure(
              "needBps" + key,
              central.point().name(),
              Unit.BITS_PER_SECOND.format(central.demand().need().bitsPerSecond()),
              "Inspected Throughput needed at the end of the horizon"));
      figures.add(
          new Figure(
              "ratedBps" + key,
              "Datasheet throughput",
              Unit.BITS_PER_SECOND.format(central.demand().ratedThroughput().bitsPerSecond()),
              "of one unit that is just enough, at the inspection wanted"));
      sentences.add(central.point().name() + ": " + FirewallSection.summary(central));
    }
    study
        .hosts()
        .ifPresent(
            hosts ->
                figures.add(
                    new Figure(
                        "hostNeedBps",
                        "Busiest host",
                        Unit.BITS_PER_SECOND.format(hosts.demand().need().bitsPerSecond()),
                        "enforced there at the end of the horizon")));
    figures.add(
        new Figure(
            "guessedShare",
            "Guessed",
            Unit.SHARE.format(study.coverage().guessedShare()),
            "of the bits in the busiest hour, or of unknown origin"));
    blocks.add(new Figures(figures));
    if (!study.missing().isEmpty()) {
      blocks.add(
          new Paragraph(
              Unit.SHARE.format(study.missingShare())
                  + " of the flows have no full estimate; what they carry is not in the figures.",
              Tone.WARNING));
    }
    if (!sentences.isEmpty()) {
      blocks.add(new Items(sentences, false));
    }
    return new Section("summary", "Summary", blocks);
  }

  private Section demand() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            "Rates are bit/s with both directions summed. What counts is the peak of the sum, not"
                + " the sum of the peaks. "
                + study.coverage().text()
                + "."));
    boolean known =
        study.boundaries().stream().anyMatch(each -> each.coincidentPeak().bitsPerSecond() > 0);
    if (known) {
      blocks.add(new Graph(StudyCharts.zones(study)));
      blocks.add(new Graph(StudyCharts.boundaryProfile(study)));
    }
    blocks.add(new Rows(FlowRows.boundaries(study)));
    return new Section("demand", "Traffic between zones", blocks);
  }

  private String fabric() {
    return Unit.BITS_PER_SECOND.format(study.fabric().demand().bitsPerSecond())
        + " of demand becomes "
        + Unit.BITS_PER_SECOND.format(study.fabric().load().bitsPerSecond())
        + " on the fabric ("
        + Unit.FACTOR.format(study.fabric().factor().value())
        + "), because what a central firewall inspects makes a second trip. Keep the services leaf"
        + " near 1:1.";
  }

  private Section openPoints() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        study.missing().isEmpty()
            ? Paragraph.of("Every flow has a full estimate.")
            : new Rows(FlowRows.missing(study)));
    List<String> tests = new ArrayList<>();
    for (CentralSizing central : study.central()) {
      central
          .choice()
          .filter(check -> check.openQuestions() > 0)
          .ifPresent(
              check ->
                  tests.add(
                      central.point().name()
                          + ": "
                          + check.appliance().name()
                          + " needs a vendor test, since "
                          + check.openQuestions()
                          + " decisive figures are not published."));
      int open = central.recommendation().needsVendorTest().size();
      if (open > 0) {
        tests.add(
            central.point().name()
                + ": "
                + open
                + " appliances cannot be judged without a vendor test.");
      }
    }
    if (!tests.isEmpty()) {
      blocks.add(new Items(tests, false));
    }
    return new Section("missing", "Open points", blocks);
  }

  private Section parameters() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Rows(FlowRows.parameters(study.parameters())));
    if (!study.assumptions().isEmpty()) {
      blocks.add(new Block.Heading("Assumptions of this study"));
      blocks.add(new Items(study.assumptions(), false));
    }
    return new Section("parameters", "Parameters and assumptions", blocks);
  }
}
