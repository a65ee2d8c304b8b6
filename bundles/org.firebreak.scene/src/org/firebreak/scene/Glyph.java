package org.firebreak.scene;

/** The small symbols of the diagram; {@code org.firebreak.scene.paint} knows their outlines. */
public enum Glyph {
  VIRTUAL_MACHINE("virtual machine"),
  BARE_METAL("bare metal"),
  CONTAINER_HOST("container host"),
  /** Accepts connections from the Internet. */
  GLOBE("internet-facing"),
  /** Cut off from everybody but responders. */
  QUARANTINED("quarantined"),
  /** Encrypted on the wire. */
  LOCK("encrypted"),
  /** Clear text on the wire. */
  OPEN_LOCK("clear text"),
  /** Firewall. */
  BRICKS("firewall"),
  /** A finding. */
  ALERT("finding"),
  /** Collapsed content. */
  COLLAPSED("collapsed"),
  /** Content that can be hidden. */
  EXPANDED("expanded"),
  /** A network outside. */
  CLOUD("external network"),
  WEB("web"),
  APPLICATION("application"),
  DATABASE("database"),
  STORAGE("storage and backup"),
  DIRECTORY("directory and identity"),
  MAIL("mail"),
  MONITORING("monitoring and logs"),
  BALANCER("load balancer and proxy"),
  CONSOLE("management and jump host"),
  PIN("pinned");

  private final String meaning;

  Glyph(String meaning) {
    this.meaning = meaning;
  }

  /** What the symbol means, in a word or two. */
  public String meaning() {
    return meaning;
  }
}
