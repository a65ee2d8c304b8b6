package org.firebreak.imports.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.imports.table.Column;
import org.firebreak.imports.table.Vocabulary;

/** Columns of a port matrix; docs/user/import.md lists them for users. */
final class FlowColumns {
  static final Column SOURCE =
      Column.required(
          "source",
          "src",
          "from",
          "client",
          "initiator",
          "consumer",
          "source name",
          "source group",
          "source server",
          "source host",
          "source zone",
          "source address",
          "source ip",
          "src ip",
          "src group");
  static final Column DESTINATION =
      Column.required(
          "destination",
          "dest",
          "dst",
          "to",
          "target",
          "server",
          "responder",
          "provider",
          "destination name",
          "destination group",
          "destination server",
          "destination host",
          "destination zone",
          "destination address",
          "destination ip",
          "dest group",
          "dst ip",
          "dst group");
  static final Column PROTOCOL =
      Column.optional("protocol", "proto", "ip protocol", "transport", "transport protocol", "l4");
  static final Column PORT =
      Column.optional(
          "port",
          "ports",
          "destination port",
          "destination ports",
          "dest port",
          "dst port",
          "dport",
          "server port",
          "port number",
          "port range");
  static final Column SERVICE = Column.optional("service", "service name", "services");
  static final Column ACTION = Column.optional("action", "verdict", "decision", "permission");
  static final Column TENANT =
      Column.optional("tenant", "customer", "organisation", "organization", "vrf");
  static final Column NAME =
      Column.optional("name", "flow", "flow name", "rule", "rule name", "id");
  static final Column DESCRIPTION =
      Column.optional(
          "description", "comment", "comments", "note", "notes", "remark", "remarks", "purpose");
  static final Column CONNECTIONS =
      Column.optional(
          "connections_per_second",
          "cps",
          "new connections per second",
          "connections/s",
          "connection rate");
  static final Column DURATION =
      Column.optional(
          "duration_s",
          "duration",
          "mean duration",
          "mean duration s",
          "connection duration",
          "session duration");
  static final Column PACKET =
      Column.optional(
          "packet_bytes",
          "packet size",
          "mean packet bytes",
          "mean packet size",
          "avg packet size",
          "average packet size");
  static final Column DECRYPTED =
      Column.optional("decrypted_share", "decrypted", "decrypt share", "tls share");
  static final Column BUSY_HOUR = Column.optional("busy_hour", "peak hour");
  static final Column INSPECTION =
      Column.optional("inspection", "inspection level", "security profile");
  static final Column OWNER =
      Column.optional("owner", "responsible", "contact", "application owner", "business owner");
  static final Column JUSTIFICATION =
      Column.optional("justification", "reason", "business justification", "business reason");
  static final Column TICKET =
      Column.optional(
          "ticket", "change", "change ticket", "request", "change request", "reference");
  static final Column EXPIRES =
      Column.optional(
          "expires",
          "expires on",
          "expiry",
          "expiry date",
          "expiration",
          "expiration date",
          "valid until",
          "end date");
  static final Column REVIEW = Column.optional("review", "review on", "review date");
  static final Column STATE = Column.optional("state", "status");
  static final Column LOG = Column.optional("log", "logging", "logged");

  /** Columns of average throughput, and the bit/s in one unit of each. */
  static final Map<Column, Double> AVERAGE =
      rates("avg", "average", "mean", "expected", "throughput", "bandwidth");

  /** Columns of peak throughput, and the bit/s in one unit of each. */
  static final Map<Column, Double> PEAK = rates("peak", "max", "maximum", "burst");

  /** Columns of the 95th percentile of the throughput, and the bit/s in one unit of each. */
  static final Map<Column, Double> PERCENTILE = rates("p95", "percentile95", "95th_percentile");

  /** Columns of the rate of the fastest connection, and the bit/s in one unit of each. */
  static final Map<Column, Double> LARGEST =
      rates("largest_connection", "fastest_connection", "elephant");

  static final Vocabulary VOCABULARY = vocabulary();

  private FlowColumns() {}

  private static Map<Column, Double> rates(String... names) {
    Map<Column, Double> rates = new LinkedHashMap<>();
    rates.put(rate(names, "bps", "bits per second", "bit/s"), 1.0);
    rates.put(rate(names, "kbps", "kbit/s"), 1e3);
    rates.put(rate(names, "mbps", "mbit/s"), 1e6);
    rates.put(rate(names, "gbps", "gbit/s"), 1e9);
    return rates;
  }

  private static Column rate(String[] names, String... units) {
    List<String> headers = new ArrayList<>();
    for (String unit : units) {
      for (String name : names) {
        headers.add(name + "_" + unit);
      }
    }
    return new Column(headers.get(0), false, false, headers);
  }

  private static Vocabulary vocabulary() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                SOURCE,
                DESTINATION,
                PROTOCOL,
                PORT,
                SERVICE,
                ACTION,
                TENANT,
                NAME,
                DESCRIPTION,
                CONNECTIONS,
                DURATION,
                PACKET,
                DECRYPTED,
                BUSY_HOUR,
                INSPECTION,
                OWNER,
                JUSTIFICATION,
                TICKET,
                EXPIRES,
                REVIEW,
                STATE,
                LOG));
    columns.addAll(AVERAGE.keySet());
    columns.addAll(PEAK.keySet());
    columns.addAll(PERCENTILE.keySet());
    columns.addAll(LARGEST.keySet());
    return new Vocabulary(columns, null);
  }
}
