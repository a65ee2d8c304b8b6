package org.firebreak.core.sizing.units;

/**
 * Number of entries in a session table, <em>Concurrent TCP Connections</em> of RFC 9411.
 *
 * @param sessions entries at the same time
 */
public record SessionCount(double sessions) implements Quantity<SessionCount> {

  @Override
  public SessionCount times(Factor factor) {
    return new SessionCount(sessions * factor.value());
  }

  @Override
  public SessionCount plus(SessionCount other) {
    return new SessionCount(sessions + other.sessions);
  }
}
