package org.firebreak.cli.sync;

import java.util.Map;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.imports.sync.ServerState;
import org.firebreak.model.Design;

/**
 * What a run has to know of a design.
 *
 * @param digest SHA-256 of the design in its file format
 */
record KnownState(Map<String, ServerState> servers, CompiledPolicy policy, String digest) {
  static KnownState of(Design design, CompileOptions options, String digest) {
    return new KnownState(ServerState.of(design), PolicyCompiler.compile(design, options), digest);
  }
}
