package org.firebreak.rulebase.iptables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.linux.HostTable;

/**
 * Reads rulesets of iptables, ip6tables and ipset. The files of one folder are one machine's. New
 * connections alone are looked at, so that rules for established ones, for the loopback and for
 * what a host needs on its own link are passed over. Rejecting is denying.
 */
public final class IptablesReader implements RuleBaseReader {
  private static final Pattern RULES =
      Pattern.compile(
          "(?m)^\\uFEFF?([*](filter|nat|mangle|raw|security)\\s*$|-P (INPUT|FORWARD|OUTPUT)"
              + " [A-Z]+)");

  @Override
  public String id() {
    return "iptables";
  }

  @Override
  public String title() {
    return "iptables";
  }

  @Override
  public boolean recognises(String path, String beginning) {
    return RULES.matcher(beginning).find();
  }

  @Override
  public RuleBase read(RuleFiles files, HostAddresses addresses, Progress progress)
      throws IOException {
    HostTable table = HostTable.read(files);
    Map<String, List<String>> folders = new LinkedHashMap<>();
    for (String path : files.paths()) {
      if (!path.endsWith(".csv") && !path.endsWith(".sh") && !path.endsWith(".service")) {
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        folders.computeIfAbsent(folder, key -> new ArrayList<>()).add(path);
      }
    }
    List<PlacedFilter> filters = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    progress.begin("read iptables", folders.size());
    for (Map.Entry<String, List<String>> folder : folders.entrySet()) {
      progress.check();
      Machine machine = new Machine(folder.getKey(), unread);
      for (String path : folder.getValue()) {
        machine.add(path, lines(files, path));
      }
      filters.addAll(machine.filters(table.of(folder.getKey())));
      progress.worked(1);
    }
    return new RuleBase(filters, unread);
  }

  private static List<String> lines(RuleFiles files, String path) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(files.open(path), StandardCharsets.UTF_8))) {
      return in.lines().toList();
    }
  }
}
