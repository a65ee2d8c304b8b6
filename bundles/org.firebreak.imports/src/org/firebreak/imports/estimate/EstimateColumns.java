package org.firebreak.imports.estimate;

import java.util.List;
import org.firebreak.imports.table.Column;
import org.firebreak.imports.table.Vocabulary;

/** Columns of a table of estimates; docs/user/sizing.md lists them for users. */
final class EstimateColumns {
  static final Column FLOW = Column.required("flow", "flow name", "name", "id", "flow id");
  static final Column AVERAGE =
      Column.optional("average", "avg", "mean", "average throughput", "avg_bps", "average_bps");
  static final Column PEAK =
      Column.optional("peak", "max", "maximum", "peak throughput", "peak_bps", "max_bps");
  static final Column PERCENTILE =
      Column.optional("p95", "95th percentile", "percentile 95", "p95_bps", "percentile95");
  static final Column LARGEST =
      Column.optional(
          "largest connection", "fastest connection", "largest_connection_bps", "elephant");
  static final Column BUSY_HOUR = Column.optional("busy hour", "peak hour");
  static final Column PROFILE = Column.optional("profile", "hourly profile", "shares by hour");
  static final Column CONNECTIONS =
      Column.optional(
          "connections per second",
          "cps",
          "connections_per_second",
          "new connections per second",
          "connections/s",
          "connection rate");
  static final Column DURATION =
      Column.optional(
          "duration", "duration_s", "mean duration", "connection duration", "session duration");
  static final Column PACKET =
      Column.optional(
          "packet size", "packet", "packet_bytes", "mean packet size", "average packet size");
  static final Column DECRYPTED =
      Column.optional("tls share", "decrypted share", "decrypted", "tls", "decrypt share");
  static final Column INSPECTION =
      Column.optional("inspection", "inspection level", "security profile");
  static final Column SOURCE = Column.optional("source", "estimate source", "where from", "origin");
  static final Column CONFIDENCE = Column.optional("confidence", "how sure", "certainty");

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              FLOW,
              AVERAGE,
              PEAK,
              PERCENTILE,
              LARGEST,
              BUSY_HOUR,
              PROFILE,
              CONNECTIONS,
              DURATION,
              PACKET,
              DECRYPTED,
              INSPECTION,
              SOURCE,
              CONFIDENCE),
          null);

  private EstimateColumns() {}
}
