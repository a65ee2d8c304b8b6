package org.firebreak.cli.sync;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
  /** Compiles a design, with its rules, while it is saved. */
  static KnownState of(
      Design design, CompileOptions options, CompletableFuture<SavedDesign> saving) {
    CompiledPolicy policy = PolicyCompiler.compile(design, options);
    policy.ruleSets();
    return new KnownState(ServerState.of(design), policy, saving.join().digest());
  }
}
