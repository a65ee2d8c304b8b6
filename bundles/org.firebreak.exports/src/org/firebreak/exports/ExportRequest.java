package org.firebreak.exports;

import java.util.List;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.RuleSet;

/**
 * What one exporter is asked to write.
 *
 * @param policy the policy
 * @param ruleSets those of its rule sets that this platform enforces, in order
 * @param options a value for each option of the exporter
 * @param toolVersion version of Firebreak, for the headers of files
 */
public record ExportRequest(
    CompiledPolicy policy, List<RuleSet> ruleSets, OptionValues options, String toolVersion) {
  public ExportRequest {
    ruleSets = List.copyOf(ruleSets);
  }
}
