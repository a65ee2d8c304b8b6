package org.firebreak.exports.aws;

import java.util.List;

/**
 * A customer-managed prefix list.
 *
 * @param logicalId name of its resource in templates, letters and digits
 * @param of what its addresses are, for people
 */
record PrefixList(String name, String logicalId, String of, boolean v6, List<String> cidrs) {}
