package org.firebreak.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.merge.DesignMerge;
import org.firebreak.imports.merge.MergeLog;
import org.firebreak.imports.merge.ServerPlan;
import org.firebreak.imports.spi.GroupPattern;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportFormat.Content;
import org.firebreak.imports.spi.ImportSettings;
import org.firebreak.imports.table.Sample;
import org.firebreak.model.Design;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;

/** Imports files into a design as one undoable step, or not at all. */
public final class Importer {
  private final ImportRequest request;
  private final Progress progress;
  private final MergeLog log;
  private boolean strategyChanged;

  private Importer(ImportRequest request, MergeLog log, Progress progress) {
    this.request = request;
    this.log = log;
    this.progress = progress;
  }

  /**
   * Reads the files and brings what they state into the design by name. Importing the same files
   * again changes nothing.
   *
   * @throws ImportException if a file cannot be read; the design is unchanged
   * @throws ImportRefusedException if the request is strict and a row cannot be taken; the design
   *     is unchanged
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop; the design is
   *     unchanged
   */
  public static ImportReport run(ModelEdit edit, ImportRequest request, Progress progress)
      throws ImportException {
    return new Importer(request, new MergeLog(), progress).run(edit);
  }

  /**
   * Reads the inventory of a request alone, without a design.
   *
   * @param log takes what is found on the way
   * @throws ImportException if the file cannot be read
   */
  public static ServerPlan inventory(ImportRequest request, MergeLog log, Progress progress)
      throws ImportException {
    Importer importer = new Importer(request, log, progress);
    InputFile file = importer.file(request.inventory());
    return importer.plan(file, importer.read(file, request.inventoryFormat(), Content.INVENTORY));
  }

  private ImportReport run(ModelEdit edit) throws ImportException {
    InputFile inventory = file(request.inventory());
    InputFile flows = file(request.flows());
    FactCollector servers = read(inventory, request.inventoryFormat(), Content.INVENTORY);
    FactCollector matrix = read(flows, request.flowsFormat(), Content.FLOWS);
    ServerPlan plan = inventory == null ? null : plan(inventory, servers);
    PolicyStep policy = PolicyStep.of(request, edit.design(), servers.servers(), log, progress);
    refuseIfStrict();
    progress.begin("Merging", servers.servers().size() + matrix.flows().size());
    try {
      edit.run(
          label(inventory, flows, policy),
          () -> {
            DesignMerge merge = new DesignMerge(edit.design(), log, progress);
            if (inventory != null) {
              merge.servers(plan, inventory.name());
            }
            if (flows != null) {
              merge.flows(matrix.flows(), flows.name());
            }
            if (policy != null) {
              merge.rules(policy.facts(), policy.meaning(), policy.name());
            }
            applyStrategy(edit.design());
            rollBackIfStrict();
          });
    } catch (RolledBack refused) {
      refuseIfStrict();
    }
    return report();
  }

  private InputFile file(Path path) throws ImportException {
    return path == null ? null : InputFile.of(path, request.limits());
  }

  private FactCollector read(InputFile file, String formatId, Content content)
      throws ImportException {
    FactCollector collector = new FactCollector(log, progress);
    if (file != null) {
      progress.begin("Reading " + file.name(), 0);
      ImportFormat format = format(file, formatId, content);
      format.read(file, ImportSettings.of(format.options(), request.options()), collector);
    }
    return collector;
  }

  private static ImportFormat format(InputFile file, String id, Content content)
      throws ImportException {
    List<ImportFormat> formats = Importers.all(content);
    for (ImportFormat format : formats) {
      if (format.id().equals(id)) {
        return format;
      }
    }
    Predicate<String> knownHeader =
        header -> formats.stream().anyMatch(format -> format.knowsHeader(header));
    Sample sample = Sample.of(file, knownHeader);
    // The last format of a kind is the general one; it says best what is missing.
    return formats.stream()
        .filter(format -> format.recognises(sample))
        .findFirst()
        .orElse(formats.get(formats.size() - 1));
  }

  private ServerPlan plan(InputFile file, FactCollector servers) throws ImportException {
    GroupPattern pattern =
        request.groupPattern() == null ? null : GroupPattern.of(request.groupPattern());
    try {
      return ServerPlan.of(servers.servers(), pattern, log);
    } catch (IllegalStateException e) {
      throw new ImportException(
          file.place(), e.getMessage(), "write it without nested repetitions", e);
    }
  }

  private void applyStrategy(Design design) {
    StrategyKind kind = request.strategy();
    Strategy strategy = design.getStrategy();
    strategyChanged = kind != null && (strategy == null || strategy.getKind() != kind);
    if (strategyChanged && strategy == null) {
      design.setStrategy(NewElements.strategy(kind));
    } else if (strategyChanged) {
      strategy.setKind(kind);
    }
  }

  private static String label(InputFile inventory, InputFile flows, PolicyStep policy) {
    List<String> names = new ArrayList<>();
    if (inventory != null) {
      names.add(inventory.name());
    }
    if (flows != null && !names.contains(flows.name())) {
      names.add(flows.name());
    }
    if (policy != null) {
      names.add(policy.name());
    }
    return "Import " + String.join(" and ", names);
  }

  /** Ends an edit so that it is rolled back. */
  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void rollBackIfStrict() {
    if (request.strict() && log.rejectedRows() > 0) {
      throw new RolledBack();
    }
  }

  private void refuseIfStrict() throws ImportRefusedException {
    if (request.strict() && log.rejectedRows() > 0) {
      throw new ImportRefusedException(report());
    }
  }

  private ImportReport report() {
    boolean elementsChanged =
        log.counts().values().stream().anyMatch(c -> c.created() + c.updated() > 0);
    return new ImportReport(
        log.counts(),
        log.notes(),
        log.rejectedRows(),
        log.unknownNames(),
        log.missing(),
        elementsChanged || strategyChanged);
  }
}
