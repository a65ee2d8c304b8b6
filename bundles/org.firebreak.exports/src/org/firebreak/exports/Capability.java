package org.firebreak.exports;

/** Something that a platform may be able to express. */
public enum Capability {
  CENTRAL("rules of a central firewall"),
  HOSTS("rules of single hosts (microsegmentation)"),
  STATEFUL("replies permitted by state"),
  IPV6("IPv6"),
  EXPLICIT_DENY("explicit deny rules"),
  LOG("a log entry for each denied connection"),
  ALERT("an alert of its own for each tripwire"),
  MAIL("alerts by e-mail from the platform itself"),
  APPLICATION("layer-7 applications"),
  INSPECTION("inspection levels"),
  ICMP_TYPES("ICMP types and codes"),
  OTHER_PROTOCOLS("SCTP, ESP and GRE"),
  ENDS_CONNECTIONS("the end of connections that run when a server is quarantined");

  private final String title;

  Capability(String title) {
    this.title = title;
  }

  /** What it is, in words that follow “can express”. */
  public String title() {
    return title;
  }
}
