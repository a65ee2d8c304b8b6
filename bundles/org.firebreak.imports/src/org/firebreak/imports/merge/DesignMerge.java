package org.firebreak.imports.merge;

import java.util.List;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.FlowFact;
import org.firebreak.imports.spi.RuleFact;
import org.firebreak.imports.spi.ServerFact;
import org.firebreak.model.Design;

/** Brings facts into a design. Whoever calls this is inside an edit of that design. */
public final class DesignMerge {
  private final ModelIndex index;
  private final MergeLog log;
  private final Progress progress;

  /** A merge into a design, which may be called for several files. */
  public DesignMerge(Design design, MergeLog log, Progress progress) {
    this.index = new ModelIndex(design);
    this.log = log;
    this.progress = progress;
  }

  /** Brings the servers of an inventory in. */
  public void servers(ServerPlan plan, String file) {
    ServerMerge merge = new ServerMerge(index, plan, log, file, Homes.AS_STATED);
    for (ServerFact fact : plan.servers()) {
      merge.merge(fact);
      step();
    }
    merge.reportMissing(Place.of(file));
  }

  /**
   * Brings the servers of an inventory in, in the order of their names, each to where the caller
   * says. Servers that the inventory does not state are not reported.
   */
  public void servers(ServerPlan plan, String file, Homes homes) {
    ServerMerge merge = new ServerMerge(index, plan, log, file, homes);
    for (ServerFact fact : plan.byName()) {
      merge.merge(fact);
      step();
    }
  }

  /** Brings the flows of a port matrix in. */
  public void flows(List<FlowFact> facts, String file) {
    FlowMerge merge = new FlowMerge(index, log, file);
    for (FlowFact fact : facts) {
      merge.add(fact);
      step();
    }
    merge.finish(Place.of(file));
  }

  /**
   * Brings in what a rule base permits.
   *
   * @param rules what is known of the rule base as a whole
   */
  public void rules(List<RuleFact> facts, RuleMeaning rules, String file) {
    RuleMerge merge = new RuleMerge(index, log, file, rules);
    merge.merge(facts, progress);
  }

  private void step() {
    progress.check();
    progress.worked(1);
  }
}
