package org.firebreak.imports.merge;

import java.util.Set;
import java.util.regex.Pattern;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.IpText;

/** What the end of a flow is, as far as its text alone tells. */
sealed interface EndText {
  /** Any address. */
  record Anything() implements EndText {}

  /** One address, or all addresses of a CIDR. */
  record Addresses(AddressRange range) implements EndText {
    /** {@code 10.0.0.1} or {@code 10.0.0.0/8}: also the name of the external network. */
    String name() {
      return range.isSingle() ? range.first().toString() : range.toPrefixes().get(0);
    }
  }

  /** A name. */
  record Name(String text) implements EndText {}

  /** The words for any address; "all" is none of them, as matrices use it for groups. */
  Set<String> ANYTHING = Set.of("*", "any");

  Pattern ADDRESS_LIKE =
      Pattern.compile("[0-9]+(?:\\.[0-9]+){2,}(?:/.*)?|[0-9A-Fa-f]*(?::[0-9A-Fa-f]*){2,}(?:/.*)?");
  Pattern RANGE = Pattern.compile("[0-9]+(?:\\.[0-9]+){3}\\s*[-–]\\s*[0-9.]+");

  /**
   * Takes a text apart.
   *
   * @throws IllegalArgumentException if it looks like an address but is none, or is a range of
   *     addresses, or a CIDR with host bits; the message names the mend
   */
  static EndText of(String text) {
    if (ANYTHING.contains(NameIndex.fold(text))) {
      return new Anything();
    }
    if (RANGE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          CleanText.quote(text) + " is a range of addresses; write a row for each CIDR of it");
    }
    if (!ADDRESS_LIKE.matcher(text).matches()) {
      return new Name(text);
    }
    int slash = text.indexOf('/');
    try {
      Address address = IpText.parse(slash < 0 ? text : text.substring(0, slash));
      AddressRange range = slash < 0 ? AddressRange.of(address) : AddressRange.parse(text);
      if (!range.first().equals(address)) {
        throw new IllegalArgumentException(
            CleanText.quote(text)
                + " has host bits set; write "
                + new Addresses(range).name()
                + " or the single address");
      }
      return new Addresses(range);
    } catch (IllegalArgumentException e) {
      throw e.getMessage().contains("host bits")
          ? e
          : new IllegalArgumentException(
              CleanText.quote(text) + " looks like an address or CIDR, but is none", e);
    }
  }
}
