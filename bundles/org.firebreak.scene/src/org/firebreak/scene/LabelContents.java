package org.firebreak.scene;

/** What the label of a flow says. */
public enum LabelContents {
  /** Name of the service, or protocol and port if it has none; "+3" for more. */
  SERVICE,
  /** Protocol and port, for instance {@code tcp/443}; "+3" for more. */
  PORTS,
  /** Name of the service with its protocol and port. */
  SERVICE_AND_PORTS,
  /** Nothing; bundles still show how many flows they hold. */
  NONE
}
