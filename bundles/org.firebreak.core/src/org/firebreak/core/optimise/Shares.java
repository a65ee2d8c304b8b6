package org.firebreak.core.optimise;

import java.util.BitSet;

/**
 * Parts of an effort that never add up to more than it.
 *
 * @param floor part of what is there anyway
 * @param least part of each candidate
 */
record Shares(double floor, double[] least) {
  double of(BitSet chosen) {
    return floor + chosen.stream().mapToDouble(each -> least[each]).sum();
  }
}
