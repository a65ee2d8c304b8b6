package org.firebreak.rulebase.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.json.Unreadable;

/** Reads one script. */
final class Script {
  private static final Pattern DATA = Pattern.compile("(?m)^\\$rules\\s*=\\s*(?=@\\()");
  private static final Pattern RULE_SET =
      Pattern.compile("(?m)^\\$ruleSet\\s*=\\s*'([A-Za-z0-9-]+)'");
  private static final Pattern PROFILE =
      Pattern.compile("(?i)-Default(Inbound|Outbound)Action\\s+(Allow|Block)");
  private static final Pattern PROFILES = Pattern.compile("(?i).* -(?:Profile|Name)\\s+(.*)");
  private static final Pattern CHANGE =
      Pattern.compile("(?i)(?:Set|Enable|Disable|Remove)-NetFirewallRule\\s[^$@]*");
  private static final Pattern NETSH =
      Pattern.compile(
          "(?i)netsh(?:[.]exe)? advfirewall (?:firewall (?:add|set|delete)|set|reset).*");
  private static final Pattern LOG = Pattern.compile("(?i)-LogBlocked\\s+True");
  private static final Pattern DIFFERENCE = Pattern.compile("(?m)^\\$mode = '(Change|Remove)'");
  private static final int SHOWN = 200;

  private final String path;
  private final String text;
  private final List<Unread> unread;
  private final List<FilterRule> allowIn = new ArrayList<>();
  private final List<FilterRule> allowOut = new ArrayList<>();
  private final List<FilterRule> blockIn = new ArrayList<>();
  private final List<FilterRule> blockOut = new ArrayList<>();
  private boolean blocksIn = true;
  private boolean blocksOut;
  private boolean logs;

  Script(String path, String text, List<Unread> unread) {
    this.path = path;
    this.text = text;
    this.unread = unread;
  }

  void addFilters(List<String> hosts, List<PlacedFilter> filters) {
    Matcher data = DATA.matcher(text);
    boolean hasData = data.find();
    readLines(hasData);
    if (hasData) {
      readData(data.end());
    }
    if (DIFFERENCE.matcher(text).find()) {
      report(1, "$mode", "Holds only what differs from another script.");
    }
    Matcher ruleSet = RULE_SET.matcher(text);
    String id = ruleSet.find() ? ruleSet.group(1) : null;
    filters.add(
        new PlacedFilter(
            path, id, hosts, Rule.Direction.INBOUND, filter(blockIn, allowIn, blocksIn)));
    filters.add(
        new PlacedFilter(
            path, id, hosts, Rule.Direction.OUTBOUND, filter(blockOut, allowOut, blocksOut)));
  }

  private PacketFilter filter(List<FilterRule> block, List<FilterRule> allow, boolean blocks) {
    List<FilterRule> rules = new ArrayList<>(block);
    rules.addAll(allow);
    FilterRule last =
        new FilterRule(
            "default of the profile",
            path,
            AddressSet.ANY,
            AddressSet.ANY,
            ServiceLine.ANY,
            blocks ? new Outcome(false, logs, false) : Outcome.PERMIT);
    return new PacketFilter(rules, last);
  }

  private void readData(int from) {
    int line = 1 + (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
    try {
      for (Literals.Table table : new Literals(text, from).tables()) {
        Map<String, List<String>> values = new HashMap<>();
        table.values().forEach((key, value) -> values.put(key.toLowerCase(Locale.ROOT), value));
        add(values, table.line(), table.values().toString());
      }
    } catch (Unreadable e) {
      report(line, "$rules", e.getMessage());
    }
  }

  private void readLines(boolean hasData) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int number = i + 1;
      StringBuilder joined = new StringBuilder(lines[i].strip());
      while (joined.length() > 0
          && joined.charAt(joined.length() - 1) == '`'
          && i + 1 < lines.length) {
        joined.setLength(joined.length() - 1);
        joined.append(' ').append(lines[++i].strip());
      }
      readLine(joined.toString(), number, hasData);
    }
  }

  private void readLine(String line, int number, boolean hasData) {
    if (line.startsWith("Set-NetFirewallProfile") && isOfSomeProfiles(line)) {
      report(number, line, "It is about some profiles only.");
    } else if (line.startsWith("Set-NetFirewallProfile")) {
      Matcher profile = PROFILE.matcher(line);
      while (profile.find()) {
        boolean blocks = profile.group(2).equalsIgnoreCase("Block");
        if (profile.group(1).equalsIgnoreCase("Inbound")) {
          blocksIn = blocks;
        } else {
          blocksOut = blocks;
        }
      }
      logs |= LOG.matcher(line).find();
    } else if (line.startsWith("New-NetFirewallRule")) {
      boolean loop = hasData && line.contains("@values");
      if (!loop) {
        readCommand(line, number);
      }
    } else if (CHANGE.matcher(line).matches()) {
      report(number, line, "It changes rules that are made elsewhere.");
    } else if (NETSH.matcher(line).matches()) {
      report(number, line, "netsh is not read; use New-NetFirewallRule.");
    }
  }

  private static boolean isOfSomeProfiles(String line) {
    Matcher named = PROFILES.matcher(line);
    return named.matches()
        && !named.group(1).matches("(?i)Any\\b.*")
        && !List.of("Domain", "Private", "Public").stream().allMatch(line::contains);
  }

  private void readCommand(String line, int number) {
    String arguments = line.substring("New-NetFirewallRule".length());
    try {
      add(Command.arguments(arguments.replaceFirst("\\|\\s*Out-Null\\s*$", "")), number, line);
    } catch (Unreadable e) {
      report(number, line, e.getMessage());
    }
  }

  private void add(Map<String, List<String>> values, int line, String shown) {
    try {
      RuleParameters parameters = new RuleParameters(values);
      FilterRule rule = parameters.rule(path + ":" + line, logs);
      if (parameters.isEnabled()) {
        if (parameters.isBlock()) {
          (parameters.isInbound() ? blockIn : blockOut).add(rule);
        } else {
          (parameters.isInbound() ? allowIn : allowOut).add(rule);
        }
      }
    } catch (Unreadable e) {
      report(line, shown, e.getMessage());
    }
  }

  private void report(int line, String shown, String reason) {
    String cut = shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN - 1) + "…";
    unread.add(new Unread(path + ":" + line, cut, reason));
  }
}
