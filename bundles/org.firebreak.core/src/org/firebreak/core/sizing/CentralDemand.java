package org.firebreak.core.sizing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.PacketRate;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.Quantity;
import org.firebreak.core.sizing.units.RecordRate;
import org.firebreak.core.sizing.units.Seconds;
import org.firebreak.core.sizing.units.SessionCount;
import org.firebreak.core.sizing.units.Share;

/**
 * What the central firewall has to carry. Exempt flows take no inspection, but they do take
 * sessions, connections, packets and links.
 *
 * @param classes flows that cross the central firewall
 * @param parameters parameters in use
 * @param bins demand of today in each bin of the common clock
 * @param throughput sum of the peaks of the inspected flows and how many have one
 * @param coincidentPeak D*, peak of the sum of the inspected flows, bit/s
 * @param crossingPeak the same for everything that crosses the links, bit/s
 * @param connections new connections per second of today
 * @param sessions concurrent sessions of today
 * @param packets packets per second of today in the busiest bin
 * @param deepestInspection deepest inspection that any of the flows wants; exempt if there is none
 * @param fastestConnection the flow with the fastest connection, for the check that one connection
 *     fits one core; empty if no flow states its fastest connection, or rate, connections and
 *     duration
 */
public record CentralDemand(
    List<TrafficClass> classes,
    SizingParameters parameters,
    List<BinLoad> bins,
    Total<BitRate> throughput,
    BitRate coincidentPeak,
    BitRate crossingPeak,
    Total<ConnectionRate> connections,
    Total<SessionCount> sessions,
    Total<PacketRate> packets,
    InspectionLevel deepestInspection,
    Optional<TrafficClass> fastestConnection) {

  private static final BitRate ONE_BIT = new BitRate(1);

  /** Copies the lists. */
  public CentralDemand {
    classes = List.copyOf(classes);
    bins = List.copyOf(bins);
  }

  /**
   * Adds up flows.
   *
   * @param classes every flow that crosses the central firewall, exempt ones too
   * @param parameters parameters
   * @return the demand; zeros if there is no flow
   * @throws IllegalArgumentException if the clocks of two flows do not nest
   */
  public static CentralDemand of(List<TrafficClass> classes, SizingParameters parameters) {
    CommonClock clock = clock(classes, parameters);
    List<BinLoad> bins = BinLoad.of(clock);
    List<TrafficClass> inspected = classes.stream().filter(TrafficClass::isInspected).toList();
    return new CentralDemand(
        classes,
        parameters,
        bins,
        total(inspected, CentralDemand::peak, new BitRate(0)),
        BinLoad.inspectedPeak(bins),
        BinLoad.crossingPeak(bins),
        connections(classes),
        sessions(classes, parameters),
        packets(classes, clock),
        deepest(classes),
        fastest(classes));
  }

  static CommonClock clock(List<TrafficClass> classes, SizingParameters parameters) {
    return new CommonClock(classes, parameters.get(SizingParameter.COINCIDENCE));
  }

  static Total<SessionCount> sessions(List<TrafficClass> classes, SizingParameters parameters) {
    Seconds linger = parameters.seconds(SizingParameter.LINGER);
    return total(classes, each -> sessions(each, linger), new SessionCount(0));
  }

  private static InspectionLevel deepest(List<TrafficClass> classes) {
    return classes.stream()
        .map(TrafficClass::inspection)
        .max(Comparator.naturalOrder())
        .orElse(InspectionLevel.EXEMPT);
  }

  static Optional<TrafficClass> fastest(List<TrafficClass> classes) {
    return classes.stream()
        .filter(each -> each.isInspected() && each.fastestConnection().isPresent())
        .max(Comparator.comparingDouble(each -> each.fastestConnection().get().bitsPerSecond()));
  }

  private static Optional<BitRate> peak(TrafficClass each) {
    return each.rate().isKnown() ? Optional.of(each.rate().peak()) : Optional.empty();
  }

  static Optional<SessionCount> sessions(TrafficClass each, Seconds linger) {
    if (each.connections().isEmpty() || each.duration().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Formulas.sessions(each.connections().get(), each.duration().get(), linger));
  }

  static Total<PacketRate> packets(List<TrafficClass> classes, CommonClock clock) {
    int known = (int) classes.stream().filter(CentralDemand::hasPackets).count();
    double peak = Arrays.stream(clock.sums(CentralDemand::packetsPerBit)).max().orElse(0);
    return new Total<>(new PacketRate(peak), known, classes.size());
  }

  static double packetsPerBit(TrafficClass each) {
    return hasPackets(each) ? Formulas.packets(ONE_BIT, each.packetSize().get()).perSecond() : 0;
  }

  private static boolean hasPackets(TrafficClass each) {
    return each.rate().isKnown() && each.packetSize().isPresent();
  }

  static Total<ConnectionRate> connections(List<TrafficClass> classes) {
    return total(classes, TrafficClass::connections, new ConnectionRate(0));
  }

  private static <Q extends Quantity<Q>> Total<Q> total(
      List<TrafficClass> classes, Function<TrafficClass, Optional<Q>> figure, Q none) {
    List<Q> known = classes.stream().map(figure).flatMap(Optional::stream).toList();
    return new Total<>(known.stream().reduce(none, Q::plus), known.size(), classes.size());
  }

  /**
   * Inspected Throughput that the surviving unit carries at the end of the horizon: D* · β · G.
   *
   * @return bit/s
   */
  public BitRate need() {
    return grown(coincidentPeak);
  }

  /**
   * The same with the exempt flows, which still cross the links of the firewall.
   *
   * @return bit/s
   */
  public BitRate crossingNeed() {
    return grown(crossingPeak);
  }

  private BitRate grown(BitRate rate) {
    return Formulas.need(
        rate, parameters.factor(SizingParameter.BURST), parameters.growthMultiplier());
  }

  /**
   * Burst factor and growth together, β · G.
   *
   * @return factor from the demand of today to the need
   */
  public Factor burstAndGrowth() {
    return parameters.factor(SizingParameter.BURST).times(parameters.growthMultiplier());
  }

  /**
   * Datasheet throughput that is just enough: Need / (U · k).
   *
   * @return bit/s at the inspection level wanted
   */
  public BitRate ratedThroughput() {
    return Formulas.rated(
        need(),
        parameters.share(SizingParameter.UTILISATION),
        parameters.factor(SizingParameter.DERATE));
  }

  /**
   * TCP Connections Per Second at the end of the horizon: Σλ · burst · G.
   *
   * @return connections per second
   */
  public Total<ConnectionRate> connectionNeed() {
    return connections.times(
        parameters.factor(SizingParameter.CONNECTION_BURST).times(parameters.growthMultiplier()));
  }

  /**
   * Concurrent TCP Connections at the end of the horizon: G · Σ λ (d + τ).
   *
   * @return sessions
   */
  public Total<SessionCount> sessionNeed() {
    return sessions.times(parameters.growthMultiplier());
  }

  /**
   * Packets per second at the end of the horizon.
   *
   * @return packets per second
   */
  public Total<PacketRate> packetNeed() {
    return packets.times(burstAndGrowth());
  }

  /**
   * Log records per second at the end of the horizon if every session writes one when it ends. A
   * lower bound: denied connections and alerts come on top.
   *
   * @return records per second
   */
  public RecordRate logRate() {
    return new RecordRate(connectionNeed().valueOrUnknown().perSecond());
  }

  /**
   * Coincidence factor κ = D* / Σ of peaks.
   *
   * @return 0 to 1; 1 if there is no demand
   */
  public Factor coincidence() {
    return Formulas.coincidence(coincidentPeak, throughput.value());
  }

  /**
   * Sum of the inspected flows over the common clock, for cost and trend: its average and its 95th
   * percentile. A flow without hours counts by its own 95th percentile where that is stated, else
   * by its peak. Never for sizing.
   *
   * @return profile of today
   */
  public RateProfile trend() {
    return clock(classes, parameters).trend();
  }

  /**
   * Sum of the averages of the inspected flows.
   *
   * @return bit/s of today, over the flows that state an average or their hours
   */
  public Total<BitRate> averageDemand() {
    return total(
        classes.stream().filter(TrafficClass::isInspected).toList(),
        each ->
            Optional.of(each.rate().average()).filter(rate -> !Double.isNaN(rate.bitsPerSecond())),
        new BitRate(0));
  }

  /**
   * Sum of the inspected flows over the common clock, as it is sized for.
   *
   * @return profile of today; its peak is D*
   */
  public RateProfile load() {
    return RateProfile.ofBins(
        bins.stream().mapToDouble((BinLoad each) -> each.inspected().bitsPerSecond()).toArray());
  }

  /**
   * How much of the inspected demand rests on guesses.
   *
   * @return coverage in the busiest bin
   */
  public EstimateCoverage coverage() {
    return EstimateCoverage.of(
        classes.stream().filter(TrafficClass::isInspected).toList(), parameters);
  }

  /**
   * The bin in which the inspected demand peaks.
   *
   * @return the first such bin
   */
  public BinLoad busiestBin() {
    return bins.stream()
        .max(
            Comparator.comparingDouble((BinLoad each) -> each.inspected().bitsPerSecond())
                .thenComparing(BinLoad::bin, Comparator.reverseOrder()))
        .orElseThrow();
  }

  /**
   * Share of the inspected bytes that is decrypted in the busiest bin.
   *
   * @return p, 0 to 1
   */
  public Share decryptedShare() {
    BinLoad busiest = busiestBin();
    return new Share(
        busiest.inspected().bitsPerSecond() > 0
            ? busiest.decrypted().bitsPerSecond() / busiest.inspected().bitsPerSecond()
            : 0);
  }

  /**
   * Mean IP packet size of the flows that state one, in the bin with the most packets.
   *
   * @return bytes; NaN if no packet rate is known
   */
  public PacketSize meanPacketSize() {
    return meanPacketSize(clock(classes, parameters));
  }

  static PacketSize meanPacketSize(CommonClock clock) {
    double[] packetRates = clock.sums(CentralDemand::packetsPerBit);
    double[] rates = clock.sums(each -> hasPackets(each) ? 1 : 0);
    int busiest = 0;
    for (int bin = 1; bin < packetRates.length; bin++) {
      busiest = packetRates[bin] > packetRates[busiest] ? bin : busiest;
    }
    return new PacketSize(
        packetRates[busiest] > 0 ? rates[busiest] / 8 / packetRates[busiest] : Double.NaN);
  }

  /**
   * Inspected flows that take more than the elephant share of the demand at their own peak: the
   * first candidates for an exemption.
   *
   * @return the flows, largest first
   */
  public List<TrafficClass> elephants() {
    return elephants(new BitRate(Double.NaN));
  }

  /** The same with the flows of which one connection takes much of a core, if its rate is known. */
  List<TrafficClass> elephants(BitRate ofCore) {
    double threshold = parameters.get(SizingParameter.ELEPHANT) * coincidentPeak.bitsPerSecond();
    double core = parameters.get(SizingParameter.ELEPHANT_CORE) * ofCore.bitsPerSecond();
    return classes.stream()
        .filter(each -> each.isInspected() && each.rate().isKnown())
        .filter(
            each ->
                each.rate().peak().bitsPerSecond() > threshold
                    || each.fastestConnection().map(BitRate::bitsPerSecond).orElse(0.0) > core)
        .sorted(
            Comparator.comparingDouble((TrafficClass each) -> each.rate().peak().bitsPerSecond())
                .reversed()
                .thenComparing(TrafficClass::id))
        .toList();
  }

  /**
   * Links between the firewall and its leaf pair for the inspected traffic.
   *
   * @return demand of a one-arm attachment
   */
  public LinkDemand links() {
    return LinkDemand.of(need(), parameters);
  }

  /**
   * The same if the exempt flows cross the firewall too instead of being routed around it.
   *
   * @return demand of a one-arm attachment
   */
  public LinkDemand crossingLinks() {
    return LinkDemand.of(crossingNeed(), parameters);
  }

  /**
   * The demand as lines of a report.
   *
   * @return figures, from traffic to links
   */
  public List<Figure> figures() {
    return CentralFigures.of(this);
  }
}
