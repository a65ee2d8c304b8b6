package org.firebreak.rulebase.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.json.JsonFiles;

/**
 * Reads security groups of AWS. Files of one kind in one folder belong together; lists of
 * attachments and of interfaces count for their folder and for those below it.
 */
public final class AwsReader implements RuleBaseReader {
  private static final List<String> ATTACHMENTS =
      List.of("firebreakAttachments", "NetworkInterfaces");

  @Override
  public String id() {
    return "aws";
  }

  @Override
  public String title() {
    return "AWS security groups";
  }

  @Override
  public boolean recognises(String path, String beginning) {
    return path.endsWith(".json")
        && (beginning.contains("AWSTemplateFormatVersion")
            || beginning.contains("AWS::EC2::SecurityGroup")
            || beginning.contains("\"aws_security_group\"")
            || beginning.contains("hashicorp/aws")
            || beginning.contains("\"SecurityGroups\"")
            || beginning.contains("\"NetworkInterfaces\"")
            || beginning.contains("firebreakAttachments"));
  }

  @Override
  public RuleBase read(RuleFiles files, HostAddresses hosts, Progress progress) throws IOException {
    Map<String, Account> accounts = new LinkedHashMap<>();
    Map<String, Account> attachments = new LinkedHashMap<>();
    List<Unread> unread = new ArrayList<>();
    for (String path : files.paths()) {
      progress.check();
      if (path.endsWith(".tf")) {
        unread.add(new Unread(path + ":1", "", "HCL is not read; give Terraform's JSON syntax."));
      } else if (path.endsWith(".json")) {
        read(path, JsonFiles.read(files, path), accounts, attachments, unread);
      }
    }
    List<PlacedFilter> filters = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    accounts.forEach(
        (key, account) -> {
          String folder = key.substring(key.indexOf(' ') + 1);
          attachments.forEach(
              (above, found) -> {
                if (above.isEmpty() || folder.equals(above) || folder.startsWith(above + "/")) {
                  account.attachments.addAll(found.attachments);
                }
              });
          for (PlacedFilter filter : new InterfaceFilters(account, hosts).make()) {
            if (seen.add(content(filter))) {
              filters.add(filter);
            }
          }
          unread.addAll(account.unread);
        });
    attachments.values().forEach(found -> unread.addAll(found.unread));
    return new RuleBase(filters, unread);
  }

  /** What a template and a module of the same groups have in common. */
  private static List<Object> content(PlacedFilter filter) {
    Set<List<Object>> boxes = new HashSet<>();
    for (FilterRule rule : filter.filter().rules()) {
      boxes.add(List.of(rule.source(), rule.destination(), rule.services()));
    }
    return List.of(filter.name(), filter.direction(), filter.hosts(), boxes);
  }

  private static void read(
      String path,
      JsonNode root,
      Map<String, Account> accounts,
      Map<String, Account> attachments,
      List<Unread> unread) {
    String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    boolean known = false;
    if (root.path("Resources").isObject()) {
      new TemplateReader(path, root, account(accounts, "template " + folder)).read();
      known = true;
    }
    if (root.path("resource").isObject()) {
      new ModuleReader(path, root, account(accounts, "module " + folder)).read();
      known = true;
    }
    if (root.path("SecurityGroups").isArray()) {
      new DescriptionReader(path, root, account(accounts, "description " + folder))
          .read("SecurityGroups");
      known = true;
    }
    for (String field : ATTACHMENTS) {
      if (root.path(field).isArray()) {
        new DescriptionReader(path, root, account(attachments, folder)).read(field);
        known = true;
      }
    }
    if (!known) {
      unread.add(
          new Unread(path + "#", "", "Holds neither security groups nor network interfaces."));
    }
  }

  private static Account account(Map<String, Account> accounts, String key) {
    return accounts.computeIfAbsent(key, folder -> new Account());
  }
}
