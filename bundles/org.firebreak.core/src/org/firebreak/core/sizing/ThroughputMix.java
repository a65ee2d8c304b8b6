package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.firebreak.core.sizing.units.BitRate;

/**
 * Capacity of an appliance for the mix of inspection levels in a bin. The time per byte adds: the
 * share of the box that a bin takes is Σ rate / capacity over the levels, of which the TLS mix is
 * the case with two levels.
 *
 * <p>A figure that is not published is replaced by that of a deeper inspection, which is lower: the
 * layer-4 figure by that of application recognition, and that by threat prevention. Never the other
 * way round, and never the figure for decryption, which may be above that for threats.
 */
final class ThroughputMix {

  private final Appliance appliance;
  private final List<String> substituted = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private double worstLoad;
  private BinLoad worst;

  ThroughputMix(Appliance appliance, List<BinLoad> bins) {
    this.appliance = appliance;
    for (BinLoad bin : bins) {
      double load = load(bin);
      if (worst == null || load > worstLoad) {
        worst = bin;
        worstLoad = load;
      }
    }
  }

  private double load(BinLoad bin) {
    return part(bin.layer4().bitsPerSecond(), Rating.LAYER_4, Rating.APPLICATION, Rating.THREAT)
        + part(bin.application().bitsPerSecond(), Rating.APPLICATION, Rating.THREAT)
        + part(bin.threat().bitsPerSecond(), Rating.THREAT)
        + part(bin.decrypted().bitsPerSecond(), Rating.TLS);
  }

  private double part(double rate, Rating wanted, Rating... deeper) {
    if (rate <= 0) {
      return 0;
    }
    OptionalDouble rated = appliance.rated(wanted);
    for (Rating other : deeper) {
      if (rated.isEmpty() && appliance.rated(other).isPresent()) {
        rated = appliance.rated(other);
        note(substituted, "no " + wanted.label() + " published, " + other.label() + " used");
      }
    }
    if (rated.isEmpty()) {
      note(missing, wanted.label());
      return 0;
    }
    return rate / rated.getAsDouble();
  }

  private static void note(List<String> notes, String text) {
    if (!notes.contains(text)) {
      notes.add(text);
    }
  }

  /** Bin in which the box is loaded most. */
  BinLoad worst() {
    return worst;
  }

  /** Share of the box that the published part of the mix takes, without bursts and growth. */
  double load() {
    return worstLoad;
  }

  /** Capacity for the mix of the worst bin, bit/s. */
  BitRate capacity() {
    return new BitRate(worst.inspected().bitsPerSecond() / worstLoad);
  }

  /** Figures that the mix needs and nobody publishes. */
  List<String> missing() {
    return missing;
  }

  /** Figures of a deeper inspection used instead. */
  List<String> substituted() {
    return substituted;
  }
}
