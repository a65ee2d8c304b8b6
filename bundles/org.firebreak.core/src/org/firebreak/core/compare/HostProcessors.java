package org.firebreak.core.compare;

import org.firebreak.core.sizing.HostSizing;
import org.firebreak.core.sizing.SizingStudy;

/** Processors that enforcement takes of the hosts. */
public final class HostProcessors {
  private HostProcessors() {}

  /**
   * Virtual processors of virtual firewalls on all hosts, and cores of packet filters, rounded up.
   *
   * @return 0 if no host enforces anything; NaN if a figure for it is missing
   */
  public static double of(SizingStudy study) {
    return study.hosts().map(HostSizing::processors).orElse(0.0);
  }

  static double filterCores(SizingStudy study) {
    return study.hosts().map(hosts -> hosts.filter().coresOfAllHosts()).orElse(0.0);
  }

  static double reserved(SizingStudy study) {
    return study.hosts().map(HostSizing::reservedProcessors).orElse(0.0);
  }
}
