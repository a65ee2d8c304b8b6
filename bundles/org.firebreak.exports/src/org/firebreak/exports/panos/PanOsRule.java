package org.firebreak.exports.panos;

import java.util.List;
import org.firebreak.core.policy.Rule;

/**
 * A security rule before it is written.
 *
 * @param name name on the firewall
 * @param rule rule of the policy that it expresses, or a part of it
 * @param applications App-IDs, or {@code any}
 * @param services service objects, {@code any} or {@code application-default}
 */
record PanOsRule(String name, Rule rule, List<String> applications, List<String> services) {}
