package org.firebreak.imports.inventory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.firebreak.core.address.Address;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.IpText;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.FactSink;
import org.firebreak.imports.spi.ImportNote.Severity;

/** Addresses of servers as inventories write them. */
final class AddressTexts {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,;|]+");
  private static final Pattern PREFIX_LENGTH = Pattern.compile("/[0-9]{1,3}$");
  private static final Pattern LEADING_ZERO =
      Pattern.compile("(?:[0-9]+\\.)*0[0-9]+(?:\\.[0-9]+)*");

  private AddressTexts() {}

  /**
   * Adds the addresses in a text, separated by spaces, commas, semicolons or bars; a prefix length
   * behind an address is left out.
   *
   * @throws IllegalArgumentException if one is no address; the message names it and the mend
   */
  static void addAll(String text, Collection<Address> addresses) {
    for (String part : SEPARATORS.split(CleanText.strip(text))) {
      if (!part.isEmpty()) {
        addresses.add(parse(PREFIX_LENGTH.matcher(part).replaceFirst("")));
      }
    }
  }

  static LinkedHashSet<Address> all(String text) {
    LinkedHashSet<Address> addresses = new LinkedHashSet<>();
    addAll(text, addresses);
    return addresses;
  }

  private static Address parse(String text) {
    if (text.indexOf('%') >= 0) {
      throw new IllegalArgumentException(
          CleanText.quote(text) + " has a zone; write the address without '%' and what follows");
    }
    if (LEADING_ZERO.matcher(text).matches()) {
      throw new IllegalArgumentException(
          CleanText.quote(text) + " has leading zeros, which programs read differently; drop them");
    }
    try {
      return IpText.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          CleanText.quote(text) + " is no IPv4 or IPv6 address; host names are not looked up", e);
    }
  }

  static void noteOddities(Collection<Address> addresses, Place place, FactSink sink) {
    for (Address address : addresses) {
      String oddity = oddity(address);
      if (oddity != null) {
        sink.note(Severity.WARNING, place, address + " " + oddity);
      }
    }
  }

  /**
   * What is odd about an address of a server.
   *
   * @return null if nothing is
   * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA registry of
   *     special addresses</a>
   */
  private static String oddity(Address address) {
    return address.v6() ? oddityV6(address) : oddityV4((int) (address.low() >>> 24), address.low());
  }

  private static String oddityV4(int first, long bits) {
    if (first == 0) {
      return "is no address of a host";
    }
    if (first == 127) {
      return "is a loopback address";
    }
    if (bits >>> 16 == 0xA9FE) {
      return "is a link-local address, which its server chose for want of a better one";
    }
    if (first >= 240) {
      return "is reserved or a broadcast address";
    }
    return first >= 224 ? "is a multicast address" : null;
  }

  private static String oddityV6(Address address) {
    long top = address.high() >>> 48;
    if (address.high() == 0 && address.low() >>> 32 == 0xFFFF) {
      return "is an IPv4 address in IPv6 notation; write it as IPv4";
    }
    if (address.high() == 0 && (address.low() == 0 || address.low() == 1)) {
      return "is the unspecified or the loopback address";
    }
    if (isLinkLocal(address)) {
      return "is a link-local address";
    }
    return top >>> 8 == 0xFF ? "is a multicast address" : null;
  }

  static boolean isLinkLocal(Address address) {
    return address.v6() && address.high() >>> 54 == 0xFE80 >>> 6;
  }
}
