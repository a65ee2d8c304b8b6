package org.firebreak.rulebase.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.json.JsonFiles;

/**
 * Reads security groups of AWS. Files of one kind in one folder belong together; lists of
 * attachments and of interfaces count for their folder and for those below it.
 */
public final class AwsReader implements RuleBaseReader {
  private static final Pattern TEMPLATE =
      Pattern.compile("AWSTemplateFormatVersion|\"?Type\"?\\s*:\\s*[\"']?AWS::[A-Z]");

  private static final Pattern RESOURCE = Pattern.compile("\"aws_[a-z_]+\"|hashicorp/aws");

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
    return path.endsWith(".tf") && RESOURCE.matcher(beginning).find()
        || TEMPLATE.matcher(beginning).find()
        || path.endsWith(".json")
            && (beginning.contains("\"aws_security_group\"")
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
        readModule(files, path, accounts, unread);
      } else if (path.endsWith(".json")) {
        read(path, JsonFiles.read(files, path), accounts, attachments, unread);
      } else if (path.matches(".*[.](ya?ml|template|cfn|txt)")) {
        readTemplate(files, path, accounts, unread);
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

  private static void readModule(
      RuleFiles files, String path, Map<String, Account> accounts, List<Unread> unread)
      throws IOException {
    HclFile hcl;
    try (InputStream in = files.open(path)) {
      hcl = new HclFile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    try {
      new ModuleReader(path, hcl.read(), account(accounts, "module " + folder(path))).read();
    } catch (HclFile.Unended e) {
      throw new RuleBaseException(path + ":" + e.getMessage() + " begins a block that has no end");
    }
    for (HclWords.Word module : hcl.modules()) {
      unread.add(
          new Unread(
              path + ":" + module.line(),
              "module",
              "What another module makes is not read; give what terraform show -json prints."));
    }
  }

  private static void readTemplate(
      RuleFiles files, String path, Map<String, Account> accounts, List<Unread> unread)
      throws IOException {
    JsonNode root;
    try (InputStream in = files.open(path)) {
      int first = in.read();
      while (first >= 0 && Character.isWhitespace(first)) {
        first = in.read();
      }
      root = first == '{' ? JsonFiles.read(files, path) : TemplateYaml.read(files, path);
    }
    if (root.path("Resources").isObject()) {
      new TemplateReader(path, root, account(accounts, "template " + folder(path))).read();
    } else {
      unread.add(new Unread(path + "#", "", "Holds no resources of CloudFormation."));
    }
  }

  private static String folder(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private static void read(
      String path,
      JsonNode root,
      Map<String, Account> accounts,
      Map<String, Account> attachments,
      List<Unread> unread) {
    String folder = folder(path);
    boolean known = false;
    if (root.path("Resources").isObject()) {
      new TemplateReader(path, root, account(accounts, "template " + folder)).read();
      known = true;
    }
    if (root.path("resource").isObject()) {
      new ModuleReader(path, root, account(accounts, "module " + folder)).read();
      known = true;
    }
    if (PlanFile.is(root)) {
      new ModuleReader(path, PlanFile.read(root), account(accounts, "plan " + folder)).read();
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
