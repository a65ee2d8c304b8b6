package org.firebreak.core.sizing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.firebreak.core.sizing.units.MemorySize;

/**
 * An entry of the appliance catalogue: facts with their provenance.
 *
 * @param vendor vendor
 * @param model model as the vendor writes it
 * @param form form in which it is delivered
 * @param role what it can be in a design
 * @param current false for the installed base, which is not recommended any more
 * @param vcpus virtual processors it takes; empty for hardware
 * @param memory memory it takes; empty for hardware
 * @param ratings published figures; a missing one is unknown, never zero
 * @param listPriceUsd list price of the hardware, US dollars, derived from public price lists
 * @param method what the vendor measured
 * @param confidence how far the figures can be trusted
 * @param sourceDate date or release of the source
 * @param source datasheet or page
 * @param note remark, empty for none
 * @param interfaces ports as the vendor lists them, empty if unknown
 * @param own whether it is an entry of the project, not of the product
 */
public record Appliance(
    String vendor,
    String model,
    Form form,
    Role role,
    boolean current,
    OptionalInt vcpus,
    Optional<MemorySize> memory,
    Map<Rating, Double> ratings,
    OptionalDouble listPriceUsd,
    Method method,
    Confidence confidence,
    String sourceDate,
    String source,
    String note,
    String interfaces,
    boolean own) {

  /** Form in which it is delivered. */
  public enum Form {
    PHYSICAL,
    CHASSIS,
    VIRTUAL,
    HOST_BASED,
    SMART_NIC
  }

  /** What it can be in a design. */
  public enum Role {
    /** A firewall that a central pair can be made of. */
    CENTRAL,
    /** Part of a firewall, for instance a card. */
    COMPONENT,
    /** Service of a cloud provider. */
    SERVICE,
    /** Runs on the hosts. */
    HOST,
    /** Part of a switch or network card. */
    FABRIC,
    /** A measurement to compare with. */
    REFERENCE
  }

  /** How far the figures can be trusted. */
  public enum Confidence {
    HIGH,
    MEDIUM,
    LOW,
    NONE
  }

  /**
   * What a vendor measured. Figures compare within one method only.
   *
   * @param key key of the method
   * @param comparable whether the vendor's threat figure means the same as that of the majority
   * @param text conditions of the measurement
   */
  public record Method(String key, boolean comparable, String text) {}

  /** Copies the ratings. */
  public Appliance {
    EnumMap<Rating, Double> copy = new EnumMap<>(Rating.class);
    copy.putAll(ratings);
    ratings = Collections.unmodifiableMap(copy);
  }

  /**
   * A published figure.
   *
   * @param rating which one
   * @return figure in the unit of the rating; empty if it is not published or was not found
   */
  public OptionalDouble rated(Rating rating) {
    Double value = ratings.get(rating);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * Vendor and model, as a design names it.
   *
   * @return for instance {@code Palo Alto Networks PA-5440}
   */
  public String name() {
    return vendor + " " + model;
  }
}
