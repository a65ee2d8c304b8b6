package org.firebreak.rulebase.panos;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;

/** Tags of addresses, as messages of the User-ID interface register and unregister them. */
final class Registrations {
  private final Map<String, Set<AddressRange>> byTag = new LinkedHashMap<>();
  private final Map<String, AddressSet> sets = new HashMap<>();
  private boolean any;

  /** Whether no message was read, so that nothing is known of any tag. */
  boolean isEmpty() {
    return !any;
  }

  AddressSet addresses(String tag) {
    return sets.computeIfAbsent(
        tag, key -> AddressSet.of(List.copyOf(byTag.getOrDefault(key, Set.of()))));
  }

  /**
   * Applies a message, at whose root element the reader stands.
   *
   * @throws XMLStreamException if an entry has no valid address
   */
  void read(XMLStreamReader xml) throws XMLStreamException {
    any = true;
    boolean register = true;
    AddressRange address = null;
    StringBuilder text = new StringBuilder();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          text.setLength(0);
          switch (xml.getLocalName()) {
            case "register" -> register = true;
            case "unregister" -> register = false;
            case "entry" -> address = address(xml);
            default -> {}
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (xml.getLocalName().equals("member") && address != null) {
            apply(register, address, text.toString().strip());
          } else if (xml.getLocalName().equals("entry")) {
            address = null;
          }
        }
        default -> {}
      }
    }
  }

  private void apply(boolean register, AddressRange address, String tag) {
    Set<AddressRange> addresses = byTag.computeIfAbsent(tag, key -> new HashSet<>());
    if (register) {
      addresses.add(address);
    } else {
      addresses.remove(address);
    }
    sets.remove(tag);
  }

  private static AddressRange address(XMLStreamReader xml) throws XMLStreamException {
    String ip = xml.getAttributeValue(null, "ip");
    try {
      return ip == null ? null : AddressRange.parse(ip);
    } catch (IllegalArgumentException e) {
      throw new XMLStreamException(e.getMessage(), xml.getLocation(), e);
    }
  }
}
