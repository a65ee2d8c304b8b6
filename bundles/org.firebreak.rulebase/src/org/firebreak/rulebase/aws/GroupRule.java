package org.firebreak.rulebase.aws;

import com.fasterxml.jackson.databind.JsonNode;
import org.firebreak.core.packets.Intervals;

/**
 * A rule of a security group.
 *
 * @param place file and path within it
 * @param source the rule as it was read
 */
record GroupRule(
    String name,
    String place,
    boolean ingress,
    Target target,
    Intervals services,
    JsonNode source) {}
