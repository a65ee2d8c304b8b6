package org.firebreak.exports.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LimitedExport;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names, comments and prefixes of rulesets are as long as nft takes them (1.0.6, measured). */
class NftTextsTest {
  private static final Pattern COMMENT = Pattern.compile("comment \"([^\"]*)\"");
  private static final Pattern PREFIX = Pattern.compile("prefix \"([^\"]*)\"");
  private static final Pattern NAME = Pattern.compile("^\\s*(?:set|map|chain) (\\S+) \\{");
  private static final Pattern REFERENCE = Pattern.compile("@(\\S+)");

  @TempDir Path folder;

  /** Names of 300 letters of three bytes. */
  private static Design longNames(StrategyKind strategy) {
    DesignBuilder builder = new DesignBuilder("long", strategy);
    String name = "語".repeat(300);
    ServerGroup first = builder.group(builder.zone("z" + name), name);
    builder.server(first, "s" + name, "10.0.0.1");
    builder.server(first, "t" + name, "10.0.0.3");
    builder.server(builder.group(builder.zone("y" + name), "h" + name), "u" + name, "10.0.1.1");
    builder.flow(name, "h" + name, "tcp/443", "tcp/80").setLog(true);
    builder.flow("h" + name, "t" + name, "tcp/25");
    builder.tripwire(name, Severity.CRITICAL, "tcp/22");
    return builder.design();
  }

  private static List<String> groups(Pattern pattern, List<String> lines) {
    return lines.stream()
        .flatMap(line -> pattern.matcher(line).results())
        .map(match -> match.group(1))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void fitTheirLimits(StrategyKind strategy) throws Exception {
    for (Design design : List.of(longNames(strategy), HostileNames.design(strategy))) {
      LimitedExport export = new LimitedExport(folder, "nftables");
      export.write(design);
      List<String> lines = export.lines(".nft");
      assertThat(groups(COMMENT, lines))
          .isNotEmpty()
          .allMatch(text -> text.getBytes(StandardCharsets.UTF_8).length <= 128);
      assertThat(groups(PREFIX, lines)).isNotEmpty().allMatch(text -> text.length() <= 127);
      assertThat(groups(NAME, lines))
          .isNotEmpty()
          .allMatch(name -> name.matches("[A-Za-z][A-Za-z0-9_]{0,254}"))
          .containsAll(groups(REFERENCE, withoutTexts(lines)));
    }
  }

  private static List<String> withoutTexts(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceAll("\"[^\"]*\"", ""))
        .toList();
  }
}
