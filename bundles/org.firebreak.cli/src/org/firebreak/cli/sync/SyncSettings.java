package org.firebreak.cli.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.exports.Exporter;
import org.firebreak.imports.ImportRequest;
import org.firebreak.model.Design;

/**
 * What to keep in step with what, and how far a run may go.
 *
 * @param updateDesign whether the design's file gets the servers, too
 * @param inventory names the inventory and how to read it
 * @param origins further origins of servers for which the inventory speaks
 * @param options what the policy depends on besides the design, asked for at each run
 * @param out folder of the state
 * @param previous bundle in force before the first run; {@code null} for the one in the folder, or
 *     none
 * @param maxRemoved most servers of the inventory that a run may take away
 * @param maxOpened most pairs that a run may open
 * @param applyNow whether hooks are run, not only shown
 * @param rollBack whether what was applied is taken back if a hook fails
 * @param clock tells the time for the audit log
 * @param version of the program, which may write the same design in other words
 */
public record SyncSettings(
    Path design,
    boolean updateDesign,
    ImportRequest inventory,
    Set<String> origins,
    List<Exporter> exporters,
    Map<String, String> exportSettings,
    Function<Design, CompileOptions> options,
    Path out,
    Path previous,
    Limit maxRemoved,
    Limit maxOpened,
    List<Hook> hooks,
    boolean applyNow,
    boolean rollBack,
    Duration hookTimeout,
    Clock clock,
    String version) {}
