package org.firebreak.core.optimise;

import java.util.Arrays;
import java.util.Optional;

/** What microsegmentation costs, all that is microsegmented anyway included. */
public enum Effort {
  RULES("rules", "rules at hosts", "Rules in force in the packet filters of all servers."),
  DEVICES(
      "devices",
      "hosts that enforce",
      "Hypervisor hosts, or servers by themselves, that enforce rules; central firewalls stay."),
  VCPUS(
      "vcpu",
      "vCPU at hosts",
      "Virtual processors of virtual firewalls and cores of packet filters on all hosts.");

  private final String key;
  private final String label;
  private final String description;

  Effort(String key, String label, String description) {
    this.key = key;
    this.label = label;
    this.description = description;
  }

  /** The effort with a key. */
  public static Optional<Effort> byKey(String key) {
    return Arrays.stream(values()).filter(effort -> effort.key.equals(key)).findFirst();
  }

  /** Name in files. */
  public String key() {
    return key;
  }

  /** Name for people, in the plural. */
  public String label() {
    return label;
  }

  /** What it counts. */
  public String description() {
    return description;
  }
}
