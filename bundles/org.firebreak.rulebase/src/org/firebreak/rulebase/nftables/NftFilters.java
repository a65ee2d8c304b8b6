package org.firebreak.rulebase.nftables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.chains.BaseChain;
import org.firebreak.rulebase.chains.Box;
import org.firebreak.rulebase.chains.ChainException;
import org.firebreak.rulebase.chains.ChainFlattener;
import org.firebreak.rulebase.chains.ChainRule;

/** The packet filters of one file: what all base chains of a hook do together. */
final class NftFilters {
  private static final Map<String, Rule.Direction> HOOKS = new LinkedHashMap<>();

  static {
    HOOKS.put("input", Rule.Direction.INBOUND);
    HOOKS.put("output", Rule.Direction.OUTBOUND);
    HOOKS.put("forward", Rule.Direction.FORWARD);
  }

  private record Hooked(NftTable table, NftTable.Chain chain) {}

  private final String path;
  private final List<NftTable> tables;
  private final List<Unread> unread;
  private final Map<String, List<ChainRule>> chains = new HashMap<>();

  NftFilters(String path, List<NftTable> tables, List<Unread> unread) {
    this.path = path;
    this.tables = tables.stream().filter(table -> !table.dormant).toList();
    this.unread = unread;
  }

  /** A filter for each hook that has base chains. */
  Map<Rule.Direction, PacketFilter> read() {
    Map<String, List<Hooked>> byHook = new HashMap<>();
    for (NftTable table : tables) {
      for (NftTable.Chain chain : table.chains.values()) {
        boolean filters =
            List.of("inet", "ip", "ip6").contains(table.family)
                && (chain.hook == null
                    || HOOKS.containsKey(chain.hook) && "filter".equals(chain.type));
        if (!filters) {
          leaveOut(chain);
          continue;
        }
        chains.put(table.key(chain.name), rules(table, chain));
        if (chain.hook != null) {
          byHook
              .computeIfAbsent(chain.hook, hook -> new ArrayList<>())
              .add(new Hooked(table, chain));
        }
      }
    }
    Set<String> unreached = ChainFlattener.unreached(chains, bases(byHook.values()));
    tables.forEach(table -> leaveUnreached(table, unreached));
    Map<Rule.Direction, PacketFilter> filters = new LinkedHashMap<>();
    HOOKS.forEach(
        (hook, direction) -> {
          List<Hooked> hooked = byHook.get(hook);
          if (hooked != null) {
            hooked.sort(Comparator.comparingInt(each -> each.chain().priority));
            try {
              filters.put(direction, filter(hooked));
            } catch (ChainException e) {
              unread.add(new Unread(path, hook, e.getMessage()));
            }
          }
        });
    return filters;
  }

  /** Chains elsewhere may change or drop packets. */
  private void leaveOut(NftTable.Chain chain) {
    String reason =
        "nat".equals(chain.type)
            ? "it changes addresses, which no packet filter says"
            : "a chain of another kind than input, output and forward";
    for (NftTable.RawRule rule : chain.rules) {
      leave(rule, reason);
    }
    if (!chain.accepts) {
      unread.add(new Unread(path + ":" + chain.line, "chain " + chain.name, reason));
    }
  }

  private List<ChainRule> rules(NftTable table, NftTable.Chain chain) {
    List<ChainRule> rules = new ArrayList<>();
    for (NftTable.RawRule rule : chain.rules) {
      try {
        rules.addAll(RuleParser.parse(table, rule.words(), path + ":" + rule.line()));
      } catch (NotUnderstood e) {
        leave(rule, e.getMessage());
      }
    }
    return rules;
  }

  private void leave(NftTable.RawRule rule, String reason) {
    String text = NftParser.shortened(String.join(" ", rule.words()));
    boolean denies = rule.words().contains("drop") || rule.words().contains("reject");
    unread.add(new Unread(path + ":" + rule.line(), text, reason, denies));
  }

  /** Chains to which nothing leads would be passed over in silence. */
  private void leaveUnreached(NftTable table, Set<String> unreached) {
    for (NftTable.Chain chain : table.chains.values()) {
      if (unreached.contains(table.key(chain.name))) {
        unread.add(
            new Unread(path + ":" + chain.line, "chain " + chain.name, ChainFlattener.UNREACHED));
      }
    }
  }

  private PacketFilter filter(List<Hooked> hooked) throws ChainException {
    if (hooked.stream().allMatch(each -> each.table().family.equals("inet"))) {
      return ChainFlattener.filter(chains, bases(hooked));
    }
    List<FilterRule> rules = new ArrayList<>();
    for (boolean v6 : new boolean[] {false, true}) {
      List<Hooked> seeing = hooked.stream().filter(each -> each.table().sees(v6)).toList();
      if (!seeing.isEmpty()) {
        rules.addAll(ChainFlattener.flatten(chains, bases(seeing), Box.family(v6)));
      }
    }
    return ChainFlattener.filter(rules, ChainFlattener.UNFILTERED, path, true);
  }

  private static List<String> bases(Collection<List<Hooked>> hooked) {
    return hooked.stream()
        .flatMap(List::stream)
        .map(each -> each.table().key(each.chain().name))
        .toList();
  }

  private List<BaseChain> bases(List<Hooked> hooked) {
    return hooked.stream()
        .map(
            each ->
                new BaseChain(
                    each.table().key(each.chain().name),
                    each.chain().accepts,
                    path + ":" + each.chain().line))
        .toList();
  }
}
