package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.firebreak.model.Confidence;

/** Collects what a study assumes, and says it in sentences. */
final class StudyAssumptions {

  private final SizingParameters parameters;
  private final List<String> special = new ArrayList<>();
  private final Map<Confidence, Integer> confidence = new EnumMap<>(Confidence.class);
  private int flows;
  private int withoutServers;
  private int split;
  private int peakAlone;
  private boolean central;
  private boolean atHosts;

  StudyAssumptions(SizingParameters parameters) {
    this.parameters = parameters;
  }

  void add(String sentence) {
    special.add(sentence);
  }

  void note(FlowEstimate estimate, Placement placement) {
    flows++;
    confidence.merge(estimate.traffic().provenance().whole().confidence(), 1, Integer::sum);
    central |= placement.anyCentral() > 0;
    atHosts |= placement.hosts() > 0;
    withoutServers += placement.assumed() ? 1 : 0;
    RateProfile rate = estimate.traffic().rate();
    peakAlone += rate.isKnown() && !rate.hasClock() ? 1 : 0;
    boolean whole =
        placement.anyCentral() == 1
            || placement.oneHost() == 1
            || placement.twoHosts() == 1
            || placement.unseen() == 1;
    split += whole ? 0 : 1;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Rates count both directions of a connection once, as IP packets without Ethernet"
            + " framing.");
    if (peakAlone > 0) {
      sentences.add(
          peakAlone
              + " of "
              + flows
              + (flows == 1 ? " flow states" : " flows state")
              + " a peak and no hours; "
              + Unit.SHARE.format(parameters.get(SizingParameter.COINCIDENCE))
              + " of the sum of those peaks is taken to meet.");
    }
    if (split > 0) {
      sentences.add(
          "Traffic is spread evenly over all pairs of client and server; by that "
              + (split == 1 ? "1 flow is" : split + " flows are")
              + " split between several places of enforcement.");
    }
    if (withoutServers > 0) {
      sentences.add(
          (withoutServers == 1 ? "1 flow has" : withoutServers + " flows have")
              + " an end without a server that has an address, which is taken as a group of its"
              + " own.");
    }
    sentences.add(
        "Flows to or from any address are counted as if they met the servers of the design alone.");
    if (atHosts && central) {
      sentences.add(
          "What hosts enforce is taken to bypass the central firewall; where the network leads it"
              + " there all the same, the firewall and its links carry it too.");
    }
    sentences.add("In the fabric, no flow is taken to stay within its leaf.");
    if (flows > 0) {
      sentences.add(confidence());
    }
    sentences.addAll(special);
    return List.copyOf(sentences);
  }

  private String confidence() {
    List<String> parts = new ArrayList<>();
    for (Confidence each : Confidence.values()) {
      Integer count = confidence.get(each);
      if (count != null) {
        parts.add(count + " " + each.getLiteral());
      }
    }
    return "Confidence of the estimates by flow: " + String.join(", ", parts) + ".";
  }
}
