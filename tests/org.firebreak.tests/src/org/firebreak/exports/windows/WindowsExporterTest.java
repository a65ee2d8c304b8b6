package org.firebreak.exports.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.cloud.HostFilters;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowsExporterTest {
  /** A line of the data: nothing outside single-quoted strings that could be code. */
  private static final Pattern DATA =
      Pattern.compile(
          "  (@\\{|}|  [A-Za-z]+ = ('(?:[^']|'')*'|@\\('(?:[^']|'')*'(, '(?:[^']|'')*')*\\)))");

  @TempDir Path folder;

  private List<Path> export(Design design) throws Exception {
    HostFilters.check(folder.resolve("bundle"), design, "windows", Map.of());
    try (Stream<Path> files = Files.list(folder.resolve("bundle/windows/hosts"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void namesOfAnyKindStayInSingleQuotedAscii() throws Exception {
    for (Path script : export(HostileNames.design(StrategyKind.MICRO))) {
      String text = Files.readString(script);
      assertThat(text).as(script.toString()).matches("[\\x20-\\x7e\\n]*");
      List<String> lines = text.lines().toList();
      int from = lines.indexOf("$rules = @(");
      assertThat(lines.subList(from + 1, lines.subList(from, lines.size()).indexOf(")") + from))
          .allMatch(line -> DATA.matcher(line).matches());
    }
  }

  @Test
  void everyClassHasAScriptAndEveryHostALineInTheTable() throws Exception {
    Design design = Samples.load("lab-shop");
    design.getStrategy().setKind(StrategyKind.MICRO);
    assertThat(export(design)).extracting(Path::getFileName).contains(Path.of("web.ps1"));
    assertThat(Files.readAllLines(folder.resolve("bundle/windows/hosts.csv")))
        .anyMatch(line -> line.startsWith("web1,,10.20.2.11,hosts/web.ps1,"));
    String web = Files.readString(folder.resolve("bundle/windows/hosts/web.ps1"));
    assertThat(web)
        .contains("SupportsShouldProcess", "netsh.exe advfirewall export", "-LogBlocked True")
        .contains("-DefaultInboundAction Block -DefaultOutboundAction Block");
  }

  @Test
  void largeDesignIsWritten() throws Exception {
    assertThat(export(LargeDesign.of(StrategyKind.MICRO, 100, 10, 1000, 1))).hasSize(100);
  }

  @Test
  void blocksDecideBeforeAllowsAndThenTheProfile() throws Exception {
    Files.writeString(
        folder.resolve("site.ps1"),
        """
        Set-NetFirewallProfile -All -DefaultInboundAction Block -DefaultOutboundAction Allow
        New-NetFirewallRule -Name 'a' -DisplayName 'A' -Direction Inbound -Action Allow `
          -Protocol TCP -LocalPort 80,8000-8010 -RemoteAddress 10.0.0.0/8,10.1.0.1-10.1.0.9
        New-NetFirewallRule -DisplayName "B" -Direction Inbound -Action Block -Protocol ICMPv4
        New-NetFirewallRule -DisplayName C -Direction Outbound -Enabled False -Action Block
        New-NetFirewallRule -DisplayName D -Program C:\\x.exe -Action Allow
        New-NetFirewallRule -DisplayName $name -Action Allow
        New-NetFirewallRule -DisplayName E -Action Allow -RemoteAddress LocalSubnet
        """);
    RuleBase base =
        RuleBaseReaders.of("windows")
            .orElseThrow()
            .read(new FolderFiles(folder), HostAddresses.NONE, Progress.NONE);
    PlacedFilter in = base.filters().get(0);
    assertThat(in.direction()).isEqualTo(Rule.Direction.INBOUND);
    assertThat(in.filter().rules()).extracting(FilterRule::name).containsExactly("b", "a");
    assertThat(in.filter().rules().get(0).outcome().permits()).isFalse();
    assertThat(in.filter().rules().get(1).services().size()).isEqualTo(12);
    assertThat(base.filters().get(1).filter().rules()).isEmpty();
    assertThat(base.filters().get(1).filter().last().outcome().permits()).isTrue();
    assertThat(base.unread())
        .extracting(Unread::place)
        .containsExactly("site.ps1:6", "site.ps1:7", "site.ps1:8");
  }
}
