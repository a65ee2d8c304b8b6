package org.firebreak.core.compare;

import org.firebreak.core.sizing.HostSizing;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.units.Cores;

/** Processors that enforcement takes of the hosts. */
public final class HostProcessors {
  private static final Cores NONE = new Cores(0);

  private HostProcessors() {}

  /**
   * Virtual processors of virtual firewalls on all hosts, and cores of packet filters, rounded up.
   *
   * @return 0 if no host enforces anything; NaN if a figure for it is missing
   */
  public static Cores of(SizingStudy study) {
    return study.hosts().map(HostSizing::processors).orElse(NONE);
  }

  static Cores filterCores(SizingStudy study) {
    return study.hosts().map(hosts -> hosts.filter().coresOfAllHosts()).orElse(NONE);
  }

  static Cores reserved(SizingStudy study) {
    return study.hosts().map(HostSizing::reservedProcessors).orElse(NONE);
  }
}
