package org.firebreak.exports.bundle;

/** Version of Firebreak as bundles record it. */
public final class ToolVersion {
  /** The version of this bundle without its qualifier, so that rebuilding changes no output. */
  public static final String CURRENT = "0.1.0";

  private ToolVersion() {}
}
