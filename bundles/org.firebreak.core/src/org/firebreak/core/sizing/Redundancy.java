package org.firebreak.core.sizing;

import org.firebreak.core.sizing.units.Factor;

/**
 * How several units back each other up, and what of their ratings remains when one is out.
 *
 * @param mode mode
 * @param units number of units
 */
public record Redundancy(Mode mode, int units) {

  /** Modes of high availability. */
  public enum Mode {
    /** One unit, no redundancy. */
    STANDALONE("standalone"),
    /** One of two units carries everything, the other adds nothing. */
    ACTIVE_PASSIVE("active/passive"),
    /** Both units carry traffic, but each must be able to carry all of it. */
    ACTIVE_ACTIVE("active/active"),
    /** N units share the traffic, N − 1 must carry all of it. */
    CLUSTER("cluster");

    private final String label;

    Mode(String label) {
      this.label = label;
    }

    /**
     * Name for people.
     *
     * @return lower-case words
     */
    public String label() {
      return label;
    }
  }

  /** Refuses clusters of one and the like. */
  public Redundancy {
    int least = mode == Mode.STANDALONE ? 1 : 2;
    if (units < least) {
      throw new IllegalArgumentException(
          mode.label() + " needs at least " + least + " units, not " + units);
    }
  }

  /** The usual pair, of which one unit carries everything. */
  public static final Redundancy ACTIVE_PASSIVE_PAIR = new Redundancy(Mode.ACTIVE_PASSIVE, 2);

  /**
   * How many times the rating of one unit remains when one unit is out.
   *
   * @param rating which rating
   * @param parameters parameters with the efficiencies of clusters
   * @return 1 for pairs, since the survivor carries all; η · (N − 1) for a cluster, where rules,
   *     objects, zones and single connections stay those of one unit
   */
  public Factor survivingUnits(Rating rating, SizingParameters parameters) {
    if (mode != Mode.CLUSTER) {
      return new Factor(1);
    }
    return new Factor(
        switch (rating) {
          case LAYER_4, APPLICATION, THREAT, TLS, PACKETS ->
              cluster(SizingParameter.CLUSTER_THROUGHPUT, parameters);
          case CONNECTIONS -> cluster(SizingParameter.CLUSTER_CONNECTIONS, parameters);
          case SESSIONS -> cluster(SizingParameter.CLUSTER_SESSIONS, parameters);
          case LINK_BUNDLE, LICENCE_LIMIT -> units - 1;
          case RULES, ADDRESS_OBJECTS, ZONES, SINGLE_CONNECTION -> 1;
        });
  }

  private double cluster(SizingParameter efficiency, SizingParameters parameters) {
    return Formulas.clusterUnits(parameters.factor(efficiency), units).value();
  }

  /**
   * The mode with the number of units.
   *
   * @return for instance {@code 2 units active/passive}
   */
  public String text() {
    return units + (units == 1 ? " unit " : " units ") + mode.label();
  }
}
