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
    return Math.ceil(filterCores(study)) + reserved(study);
  }

  static double filterCores(SizingStudy study) {
    return study.hosts().map(hosts -> hosts.filter().coresOfAllHosts()).orElse(0.0);
  }

  static double reserved(SizingStudy study) {
    return study.hosts().map(HostProcessors::reserved).orElse(0.0);
  }

  private static double reserved(HostSizing hosts) {
    if (hosts.demand().beyondLayer4().flows().isEmpty()) {
      return 0;
    }
    return hosts.selective().isEmpty()
        ? Double.NaN
        : hosts.vcpusOfAllHosts(hosts.selective().get(0));
  }
}
