package org.firebreak.rulebase.nftables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.chains.Box;
import org.firebreak.rulebase.linux.HostTable;
import org.firebreak.rulebase.linux.Mark;

/**
 * Reads rulesets of nftables. Each file is a machine's; new connections alone are looked at, so
 * that rules for established ones, for the loopback and for what a host needs on its own link are
 * passed over. Rejecting is denying.
 */
public final class NftablesReader implements RuleBaseReader {
  @Override
  public String id() {
    return "nftables";
  }

  @Override
  public String title() {
    return "nftables";
  }

  @Override
  public boolean recognises(String path, String beginning) {
    return path.endsWith(".nft")
        || beginning.startsWith("#!/usr/sbin/nft")
        || beginning.matches("(?s).*(^|\\n)\\s*table (inet |ip |ip6 )?\\S+ \\{.*");
  }

  @Override
  public RuleBase read(RuleFiles files, HostAddresses addresses, Progress progress)
      throws IOException {
    HostTable table = HostTable.read(files);
    List<PlacedFilter> filters = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    Map<Object, Box> boxes = new HashMap<>();
    Map<String, NftSet> sets = new HashMap<>();
    progress.begin("read nftables", files.paths().size());
    for (String path : files.paths()) {
      progress.check();
      if (isRuleset(path)) {
        String content;
        try (InputStream in = files.open(path)) {
          content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<NftTable> tables = new NftParser(path, content, boxes, sets, unread).parse();
        new NftFilters(path, tables, unread)
            .read()
            .forEach(
                (direction, filter) ->
                    filters.add(
                        new PlacedFilter(
                            path,
                            Mark.ruleSet(content),
                            direction == Rule.Direction.FORWARD ? List.of() : table.of(path),
                            direction,
                            filter)));
      }
      progress.worked(1);
    }
    return new RuleBase(filters, unread);
  }

  /** Bundles hold scripts, units and tables besides the rulesets. */
  private static boolean isRuleset(String path) {
    return !path.endsWith(".csv") && !path.endsWith(".sh") && !path.endsWith(".service");
  }
}
