package org.firebreak.rulebase.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressSet;
import org.firebreak.rulebase.Unread;

/** Everything that lies in one folder and so belongs together. */
final class Account {
  /**
   * An instance and its groups.
   *
   * @param host model id, instance or interface
   * @param groups keys or names of groups
   * @param addresses its addresses; {@code null} if only the host's name tells them
   */
  record Attachment(String host, List<String> groups, AddressSet addresses) {}

  final Map<String, Group> groups = new LinkedHashMap<>();
  final Map<String, AddressSet> prefixLists = new LinkedHashMap<>();
  final List<Attachment> attachments = new ArrayList<>();
  final List<Unread> unread = new ArrayList<>();

  /** Rules that stand beside their groups, by key of the group, until all files are read. */
  final Map<String, List<GroupRule>> loose = new LinkedHashMap<>();

  void addLoose(String group, GroupRule rule) {
    loose.computeIfAbsent(group, key -> new ArrayList<>()).add(rule);
  }
}
