package org.firebreak.core.validation.facts;

import java.util.List;
import org.firebreak.core.address.AddressSet;

/**
 * Which addresses may be of the Internet. Private (RFC 1918), unique local (RFC 4193), shared (RFC
 * 6598), benchmark (RFC 2544), loopback, link-local, multicast and reserved ones are not. Those for
 * documentation (RFC 5737, RFC 3849) count as public, because examples use them in place of public
 * ones.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA registry</a>
 */
public final class PublicAddresses {
  private static final AddressSet NOT_PUBLIC =
      AddressSet.parse(
          List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "224.0.0.0/3",
              "::/127",
              "fc00::/7",
              "fe80::/10",
              "ff00::/8"));

  private PublicAddresses() {}

  /** Whether some address of the set may be of the Internet. */
  public static boolean anyIn(AddressSet addresses) {
    return !NOT_PUBLIC.containsAll(addresses);
  }
}
