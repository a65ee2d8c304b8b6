package org.firebreak.exports.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;

/** Artefacts of every platform, and how one of their rules or objects may be changed. */
final class MutationSubjects {
  private MutationSubjects() {}

  /**
   * Artefacts to change.
   *
   * @param name what they are
   * @param files which files of the platform are changed
   * @param without which files are taken away before, since they say the same in another form
   */
  record Subject(
      String name,
      String platform,
      StrategyKind strategy,
      boolean plain,
      String files,
      String without,
      Mutator mutator) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Subject of(
      String name,
      String platform,
      StrategyKind strategy,
      String files,
      String without,
      Mutator mutator) {
    return new Subject(name, platform, strategy, false, files, without, mutator);
  }

  private static Subject plain(String name, String platform, String files, Mutator mutator) {
    return new Subject(name, platform, StrategyKind.MICRO, true, files, "", mutator);
  }

  private static final String[] PANOS = {
    "action allow", "action deny",
    "action deny", "action allow",
    "log-end yes", "log-end no",
    "log-end no", "log-end yes",
    " source \\S+", " source any",
    " destination (?!any)\\S+", " destination any",
    " service (?!any|\\[)\\S+", " service any",
    " service \\[[^\\]]*\\]", " service any",
    " port (\\d{1,4})", " port 1$1",
    "/32", "/31",
    " from any", " from nowhere",
    " from (?!any)\\S+", " from any",
    " from \\S+", " from zone1",
    " to (?!any)\\S+", " to any",
    " to \\S+", " to zone2",
    " static \\[ \\S+", " static ["
  };

  private static final String[] PANOS_XML = {
    "<action>allow", "<action>deny",
    "<action>deny", "<action>allow",
    "<log-end>yes", "<log-end>no",
    "<log-end>no", "<log-end>yes",
    "(<source>\\s*<member>)[^<]*", "$1any",
    "(<destination>\\s*<member>)[^<]*", "$1any",
    "(<service>\\s*<member>)[^<]*", "$1any",
    "<port>(\\d{1,4})", "<port>1$1",
    "(<from>\\s*<member>)[^<]*", "$1any",
    "(<from>\\s*<member>)[^<]*", "$1zone1",
    "(<to>\\s*<member>)[^<]*", "$1any",
    "(<to>\\s*<member>)[^<]*", "$1zone2",
    "/32<", "/31<"
  };

  private static final Map<String, String> AWS =
      Map.of("tcp", "udp", "udp", "tcp", "Ingress", "Egress");
  private static final Map<String, String> AZURE =
      Map.of(
          "Allow",
          "Deny",
          "Deny",
          "Allow",
          "Tcp",
          "Udp",
          "Udp",
          "Tcp",
          "Inbound",
          "Outbound",
          "Outbound",
          "Inbound");
  private static final Map<String, String> GCP =
      Map.of("tcp", "udp", "udp", "tcp", "INGRESS", "EGRESS");

  static Stream<Subject> all() {
    String panosRule =
        "^set (vsys \\S+ )?(rulebase security rules|address|address-group|service|service-group)"
            + " [^\\n"
            + "]*\\n";
    String xmlRule =
        "^ *<entry name=\"[^\"]*\">\\s*<(from|ip-netmask|static|protocol)>.*?</entry>\\n";
    String[] nft = {
      " accept", " drop",
      " drop", " accept",
      "ip6? [sd]addr @\\S+ ", "",
      "dport (\\d{1,4}) ", "dport 1$1 ",
      "log prefix \"[^\"]*\"( level \\w+)? ", "",
      "(\\d+[.]\\d+)[.](\\d)", "$1.1$2"
    };
    String[] iptables = {
      "-j ACCEPT", "-j DROP",
      "-j DROP", "-j ACCEPT",
      "-m set --match-set \\S+ (src|dst)(,dst)? ", "",
      "-[sd] [0-9./]+ ", "",
      "dport (\\d{1,4}) ", "dport 1$1 ",
      "firebreak:alert", "firebreak:deny",
      "(add \\S+ \\d+[.]\\d+)[.](\\d)", "$1.1$2"
    };
    return Stream.of(
        of(
            "nftables of hosts",
            "nftables",
            StrategyKind.MICRO,
            "hosts/.*[.]nft",
            "",
            Mutator.ofBlocks(
                "^ +(?!icmpv6|ct |.ifname|type |flags |comment |elements)[a-z0-9][^{}\\n]*\\n",
                nft)),
        of(
            "iptables of hosts",
            "iptables",
            StrategyKind.MICRO,
            "hosts/.*/rules.v[46]",
            "",
            Mutator.ofBlocks("^-A (?![^\\n]*(conntrack|-[io] lo))[^\\n]*\\n", iptables)),
        of(
            "sets of iptables",
            "iptables",
            StrategyKind.HYBRID,
            ".*[.]ipset",
            "",
            Mutator.ofBlocks("^add [^\\n]*\\n", iptables)),
        of(
            "set commands",
            "panos",
            StrategyKind.GROUP,
            ".*(?<!-remove)[.]set",
            ".*[.]xml",
            Mutator.ofBlocks(panosRule, PANOS)),
        of(
            "XML",
            "panos",
            StrategyKind.GROUP,
            ".*[.]xml",
            ".*[.]set",
            Mutator.ofBlocks(xmlRule, PANOS_XML)),
        of(
            "set commands of hosts",
            "panos-vm",
            StrategyKind.MICRO,
            ".*(?<!-remove)[.]set",
            "(?!.*register-).*[.]xml",
            Mutator.ofBlocks(panosRule, PANOS)),
        of(
            "XML of hosts",
            "panos-vm",
            StrategyKind.MICRO,
            "(?!.*register-).*[.]xml",
            ".*[.]set",
            Mutator.ofBlocks(xmlRule, PANOS_XML)),
        of(
            "registered tags",
            "panos-vm",
            StrategyKind.MICRO,
            "shared/register-\\d+[.]xml",
            "",
            Mutator.ofBlocks("^ *<member>[^\\n]*\\n", "[.]group[.]", ".net.")),
        plain(
            "CloudFormation",
            "aws",
            ".*cloudformation/.*[.]json",
            Mutator.ofJson("IpProtocol", AWS)),
        plain("Azure", "azure", ".*template.*[.]json", Mutator.ofJson("access", AZURE)),
        plain("Google Cloud", "gcp", ".*firewalls.*[.]json", Mutator.ofJson("priority", GCP)),
        plain(
            "PowerShell",
            "windows",
            "hosts/.*[.]ps1",
            Mutator.ofBlocks(
                "^  @\\{\\n.*?\\n  \\}\\n",
                "'TCP'",
                "'UDP'",
                "'UDP'",
                "'TCP'",
                "'Inbound'",
                "'Outbound'",
                "'Outbound'",
                "'Inbound'",
                "RemoteAddress = [^\\n]*",
                "RemoteAddress = 'Any'",
                "Port = @[(]'(\\d{1,4})",
                "Port = @('1$1",
                "Protocol = '(TCP|UDP)'",
                "Action = 'Block'\n    Protocol = '$1'")));
  }

  /** What every platform can say: one address a server, ports, nothing logged on its own. */
  static Design plainDesign(long seed) {
    Random random = new Random(seed);
    DesignBuilder builder = new DesignBuilder("plain " + seed, StrategyKind.MICRO);
    List<String> ends = new ArrayList<>();
    int number = 0;
    for (int z = 0; z < 3; z++) {
      Zone zone = builder.zone("zone" + z);
      ends.add("zone" + z);
      for (int g = 0; g < 2; g++) {
        ServerGroup group = builder.group(zone, "group" + z + g);
        ends.add("group" + z + g);
        for (int s = 0; s <= random.nextInt(3); s++) {
          number++;
          builder.server(group, "server" + number, "10.0." + z + "." + number);
        }
      }
    }
    builder.external("partner", "198.51.100.0/24");
    ends.add("partner");
    String[] services = {"tcp/443", "tcp/22", "tcp/8000-8100", "udp/53", "udp/514"};
    for (int i = 0; i < 10; i++) {
      builder.flow(
          ends.get(random.nextInt(ends.size())),
          ends.get(random.nextInt(ends.size())),
          services[random.nextInt(services.length)]);
    }
    builder.tripwire("Shells", Severity.HIGH, "tcp/23");
    return builder.design();
  }
}
