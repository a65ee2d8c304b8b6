package org.firebreak.report.document;

/**
 * Whose document it is.
 *
 * @param company name; empty for none
 * @param logo picture; null for none
 */
public record Brand(String company, Logo logo) {
  /** Nobody's. */
  public static final Brand NONE = new Brand("", null);
}
