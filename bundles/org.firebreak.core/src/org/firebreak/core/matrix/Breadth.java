package org.firebreak.core.matrix;

import java.util.List;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/** How much is permitted, from nothing to everything. */
public enum Breadth {
  NONE("nothing"),
  /** At most ten ports in all. */
  FEW("few ports"),
  /** At most a thousand ports in all. */
  SEVERAL("several ports"),
  /** More ports than that, or all of a protocol. */
  WIDE("wide"),
  /** Any service. */
  ANY("any service");

  private static final int FEW_PORTS = 10;
  private static final int SEVERAL_PORTS = 1000;

  private final String words;

  Breadth(String words) {
    this.words = words;
  }

  /** In words for a legend. */
  public String words() {
    return words;
  }

  /** The breadth of services together; no services are nothing. */
  static Breadth of(List<ServiceMatch> services) {
    if (services.isEmpty()) {
      return NONE;
    }
    int ports = 0;
    for (Protocol protocol : Protocol.VALUES) {
      PortSet together = PortSet.NONE;
      for (ServiceMatch service : services) {
        if (service.isAny()) {
          return ANY;
        }
        if (service.protocol() == protocol) {
          together = together.union(service.ports());
        }
      }
      boolean hasPorts =
          protocol == Protocol.TCP || protocol == Protocol.UDP || protocol == Protocol.SCTP;
      ports += hasPorts ? together.size() : together.isEmpty() ? 0 : 1;
    }
    return ports <= FEW_PORTS ? FEW : ports <= SEVERAL_PORTS ? SEVERAL : WIDE;
  }
}
