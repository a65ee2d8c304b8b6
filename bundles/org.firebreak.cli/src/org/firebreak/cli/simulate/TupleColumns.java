package org.firebreak.cli.simulate;

import java.util.List;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.simulate.Protocols;
import org.firebreak.core.simulate.Query;
import org.firebreak.core.simulate.QueryException;
import org.firebreak.imports.table.Column;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.imports.table.Table;
import org.firebreak.imports.table.TableRow;
import org.firebreak.imports.table.Vocabulary;

/** The columns of a table of connections. */
final class TupleColumns {
  static final Column SRC = Column.required("src", "source", "from", "source ip", "client");
  static final Column DST = Column.required("dst", "destination", "to", "destination ip", "server");
  static final Column PROTOCOL = Column.required("protocol", "proto");
  static final Column PORT = Column.optional("port", "dst port", "destination port", "dport");
  static final Column ICMP_TYPE = Column.optional("icmp_type");
  static final Column ICMP_CODE = Column.optional("icmp_code");
  static final Column TENANT = Column.optional("tenant", "vrf");

  private static final List<Column> ALL =
      List.of(SRC, DST, PROTOCOL, PORT, ICMP_TYPE, ICMP_CODE, TENANT);

  static final Vocabulary VOCABULARY = new Vocabulary(ALL, null);

  private TupleColumns() {}

  /** Those that a table has; the port always, so that results look alike. */
  static List<Column> in(Table table) {
    return ALL.stream().filter(column -> column == PORT || table.has(column)).toList();
  }

  static Query query(TableRow row) throws RowProblem {
    row.checkWidth();
    return new Query(
        row.cell(SRC).text(),
        row.cell(DST).text(),
        row.cell(PROTOCOL).text(),
        row.cell(PORT).text(),
        row.cell(ICMP_TYPE).text(),
        row.cell(ICMP_CODE).text(),
        row.cell(TENANT).text());
  }

  /** The query with the ICMP type, or type/code, that tables often have in the column of ports. */
  static Query withIcmpFromPort(Query query) throws QueryException {
    String port = query.port().strip();
    // Firewall logs write 0 or a dash where there is no port.
    if (port.isEmpty()
        || port.equals("0")
        || port.equals("-")
        || !IpProtocols.isIcmp(Protocols.number(query.protocol()))) {
      return query;
    }
    int slash = port.indexOf('/');
    String type = slash < 0 ? port : port.substring(0, slash);
    String code = slash < 0 ? "" : port.substring(slash + 1);
    return new Query(
        query.from(),
        query.to(),
        query.protocol(),
        "",
        agreed("type", type, query.icmpType()),
        agreed("code", code, query.icmpCode()),
        query.tenant());
  }

  private static String agreed(String what, String ofPort, String own) throws QueryException {
    if (!ofPort.isBlank() && !own.isBlank() && !ofPort.strip().equals(own.strip())) {
      throw new QueryException(
          "the port column has the ICMP "
              + what
              + " "
              + ofPort.strip()
              + " and icmp_"
              + what
              + " has "
              + own.strip()
              + "; leave one out");
    }
    return own.isBlank() ? ofPort : own;
  }

  static String text(Query query, Column column) {
    if (column == SRC) {
      return query.from();
    }
    if (column == DST) {
      return query.to();
    }
    if (column == PROTOCOL) {
      return query.protocol();
    }
    if (column == PORT) {
      return query.port();
    }
    if (column == ICMP_TYPE) {
      return query.icmpType();
    }
    return column == ICMP_CODE ? query.icmpCode() : query.tenant();
  }
}
