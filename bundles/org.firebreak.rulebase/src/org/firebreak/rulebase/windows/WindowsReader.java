package org.firebreak.rulebase.windows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;

/**
 * Reads scripts that make rules of Windows Defender Firewall. Rules have no order: those that block
 * decide before those that allow, and then the default of the profile.
 */
public final class WindowsReader implements RuleBaseReader {
  private static final String HOSTS = "hosts.csv";
  private static final int FILE_CELL = 3;

  @Override
  public String id() {
    return "windows";
  }

  @Override
  public String title() {
    return "Windows Defender Firewall";
  }

  @Override
  public boolean recognises(String path, String beginning) {
    return path.endsWith(".ps1")
        && (beginning.contains("NetFirewall") || beginning.contains("Written by Firebreak"));
  }

  @Override
  public RuleBase read(RuleFiles files, HostAddresses hosts, Progress progress) throws IOException {
    Map<String, List<String>> servers = new HashMap<>();
    if (files.paths().contains(HOSTS)) {
      readHosts(text(files, HOSTS), servers);
    }
    List<PlacedFilter> filters = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    for (String path : files.paths()) {
      progress.check();
      if (path.endsWith(".ps1")) {
        List<String> of = servers.getOrDefault(path, List.of(path.replaceFirst("[.]ps1$", "")));
        new Script(path, text(files, path), unread).addFilters(of, filters);
      }
    }
    return new RuleBase(filters, unread);
  }

  private static String text(RuleFiles files, String path) throws IOException {
    try (InputStream in = files.open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void readHosts(String text, Map<String, List<String>> servers) {
    boolean first = true;
    for (List<String> cells : HostTable.rows(text)) {
      if (!first && cells.size() > FILE_CELL + 1) {
        servers
            .computeIfAbsent(cells.get(FILE_CELL), file -> new ArrayList<>())
            .add(cells.get(FILE_CELL + 1));
      }
      first = false;
    }
  }
}
