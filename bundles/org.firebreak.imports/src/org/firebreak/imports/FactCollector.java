package org.firebreak.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.merge.MergeLog;
import org.firebreak.imports.spi.FactSink;
import org.firebreak.imports.spi.FlowFact;
import org.firebreak.imports.spi.Given;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ServerFact;

/** Keeps the facts of a file, and flags names that a spreadsheet would take for formulas. */
final class FactCollector implements FactSink {
  private final MergeLog log;
  private final Progress progress;
  private final List<ServerFact> servers = new ArrayList<>();
  private final List<FlowFact> flows = new ArrayList<>();
  private final Set<String> flagged = new HashSet<>();

  FactCollector(MergeLog log, Progress progress) {
    this.log = log;
    this.progress = progress;
  }

  List<ServerFact> servers() {
    return servers;
  }

  List<FlowFact> flows() {
    return flows;
  }

  @Override
  public void server(ServerFact fact) {
    flag(fact.name(), fact.place());
    for (Given<String> name : List.of(fact.tenant(), fact.zone(), fact.group())) {
      if (name.isPresent()) {
        flag(name.value(), fact.place());
      }
    }
    servers.add(fact);
  }

  @Override
  public void flow(FlowFact fact) {
    flag(fact.source(), fact.place());
    flag(fact.destination(), fact.place());
    flows.add(fact);
  }

  private void flag(String name, Place place) {
    if (CleanText.looksLikeFormula(name) && flagged.add(name)) {
      log.note(
          Severity.WARNING,
          place,
          CleanText.quote(name)
              + " would be a formula in a spreadsheet; it is kept as a plain name, but rename it");
    }
  }

  @Override
  public void reject(Place place, String reason) {
    log.reject(place, reason);
  }

  @Override
  public void note(Severity severity, Place place, String message) {
    log.note(severity, place, message);
  }

  @Override
  public void rowDone() {
    progress.check();
    progress.worked(1);
  }
}
