package org.firebreak.imports.spi;

/** Kinds of elements that an import makes or changes. */
public enum ImportedKind {
  TENANT("tenant"),
  ZONE("zone"),
  GROUP("group"),
  SERVER("server"),
  EXTERNAL_NETWORK("external network"),
  SERVICE("service"),
  FLOW("flow");

  private final String singular;

  ImportedKind(String singular) {
    this.singular = singular;
  }

  /** Name of one such element in messages. */
  public String singular() {
    return singular;
  }
}
