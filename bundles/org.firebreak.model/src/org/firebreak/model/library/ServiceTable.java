package org.firebreak.model.library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.Encryption;
import org.firebreak.model.Protocol;

/**
 * Reads {@code services.csv}: one service a line, ten fields separated by semicolons, no quotes;
 * lines that start with {@code #} are comments, the first other line is the header. Strict, because
 * a mistake in the table is a mistake of the product.
 */
final class ServiceTable {

  private static final String HEADER =
      "name;aliases;protocol;ports;icmp type;icmp code;encryption;application;category;description";

  private ServiceTable() {}

  static List<WellKnownService> read(InputStream in) {
    List<WellKnownService> services = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      boolean header = false;
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.startsWith("#")) {
          continue;
        }
        if (header) {
          services.add(parse(line, number));
        } else if (line.equals(HEADER)) {
          header = true;
        } else {
          throw mistake(number, "header expected: " + HEADER);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("services.csv cannot be read", e);
    }
    return services;
  }

  private static WellKnownService parse(String line, int number) {
    String[] fields = line.split(";", -1);
    if (fields.length != 10) {
      throw mistake(number, "10 fields expected, not " + fields.length);
    }
    Protocol protocol = Protocol.get(fields[2]);
    Encryption encryption = Encryption.get(fields[6]);
    if (fields[0].isEmpty() || protocol == null || encryption == null) {
      throw mistake(number, "name, protocol or encryption is not known");
    }
    try {
      ServicePorts.parse(fields[3]);
      return new WellKnownService(
          fields[0],
          protocol,
          fields[3],
          number(fields[4]),
          number(fields[5]),
          encryption,
          fields[7].isEmpty() ? null : fields[7],
          fields[8],
          fields[9],
          fields[1].isEmpty() ? List.of() : List.of(fields[1].split(" ")));
    } catch (IllegalArgumentException e) {
      throw mistake(number, e.getMessage());
    }
  }

  private static Integer number(String field) {
    return field.isEmpty() ? null : Integer.valueOf(field);
  }

  private static IllegalStateException mistake(int number, String what) {
    return new IllegalStateException("services.csv line " + number + ": " + what);
  }
}
