package org.firebreak.imports.input;

import org.firebreak.core.address.Address;

/** Addresses as files write them. */
public final class IpText {
  private IpText() {}

  /**
   * Parses one address in plain notation; dotted decimal quickly, as inventories hold many.
   *
   * @throws IllegalArgumentException if the text is no address; the message names the text
   */
  public static Address parse(String text) {
    int bits = 0;
    int octet = -1;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && octet != 0) {
        octet = Math.max(octet, 0) * 10 + c - '0';
      } else if (c == '.' && octet >= 0) {
        bits = bits << 8 | octet;
        dots++;
        octet = -1;
      } else {
        return Address.parse(text);
      }
      if (octet > 255 || dots > 3) {
        return Address.parse(text);
      }
    }
    return dots == 3 && octet >= 0 ? Address.v4(bits << 8 | octet) : Address.parse(text);
  }
}
