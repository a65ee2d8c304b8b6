package org.firebreak.exports.panos;

import java.util.Locale;
import org.firebreak.core.sizing.Rating;

/** What a firewall holds a limited number of. */
enum Counted {
  RULES(Section.RULE, Rating.RULES, "security rules"),
  ADDRESS_OBJECTS(Section.ADDRESS, Rating.ADDRESS_OBJECTS, "address objects"),
  ADDRESS_GROUPS(Section.ADDRESS_GROUP, null, "address groups"),
  SERVICE_OBJECTS(Section.SERVICE, null, "service objects"),
  SERVICE_GROUPS(Section.SERVICE_GROUP, null, "service groups"),
  ZONES(Section.ZONE, Rating.ZONES, "zones"),
  TAGS(Section.TAG, null, "tags"),
  REGISTERED_ADDRESSES(null, null, "registered addresses");

  private final Section section;
  private final Rating rating;
  private final String words;

  Counted(Section section, Rating rating, String words) {
    this.section = section;
    this.rating = rating;
    this.words = words;
  }

  /** Entries of the configuration that are counted; {@code null} if they are none. */
  Section section() {
    return section;
  }

  /** The figure of the appliance catalogue; {@code null} if it has none. */
  Rating rating() {
    return rating;
  }

  /** Name of the column in the table of capacities. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the user calls it in an option: {@code address-objects}. */
  String key() {
    return column().replace('_', '-');
  }

  /** {@code address objects of a firewall}. */
  String objects() {
    return words + " of a firewall";
  }
}
