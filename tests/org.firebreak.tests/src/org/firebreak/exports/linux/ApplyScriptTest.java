package org.firebreak.exports.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.nftables.Nft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Loads rulesets with {@code apply.sh}, each time in a network namespace of its own: what is
 * confirmed stays, what is not goes, and nothing else is touched.
 */
class ApplyScriptTest {
  @TempDir Path folder;

  @BeforeEach
  void needsNamespaces() throws Exception {
    Nft.assumeAvailable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void withoutConfirmationTheFormerRulesetComesBack(String platform) throws Exception {
    Map<String, String> seen =
        ApplyScenario.run(
            folder,
            platform,
            """
            show none
            apply -t 0 $A; rc first; show a
            apply -t 2 $B; rc second; show b
            apply -t 2 $A; rc third
            apply status
            settle; show after
            apply rollback; rc rollback
            """);
    assertThat(seen)
        .as(seen.get("out"))
        .containsEntry("first", "0")
        .containsEntry("second", "0")
        .containsEntry("third", "3")
        .containsEntry("rollback", "4")
        .containsEntry("after", seen.get("a"));
    assertThat(List.of(seen.get("none"), seen.get("a"), seen.get("b"))).doesNotHaveDuplicates();
    assertThat(seen.get("out")).contains("waits for confirmation for");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void withoutConfirmationOfTheFirstOneNothingIsLeft(String platform) throws Exception {
    Map<String, String> seen =
        ApplyScenario.run(
            folder, platform, "show none\napply -t 1 $B; rc first; show b\nsettle; show after\n");
    assertThat(seen).containsEntry("first", "0").containsEntry("after", seen.get("none"));
    assertThat(seen.get("b")).isNotEqualTo(seen.get("none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void confirmedRulesetStaysAndIsTheOneOfTheNextBoot(String platform) throws Exception {
    Map<String, String> seen =
        ApplyScenario.run(
            folder,
            platform,
            """
            apply -t 0 $A; show a
            apply -t 2 $B; rc load; show b
            apply confirm; rc confirm
            apply confirm; rc again
            sleep 4; show later
            booted >"$STATE/booted"; rc boot
            echo "@booted=$(cksum <"$STATE/booted")"
            apply rollback; rc rollback; show back
            booted >"$STATE/booted"
            echo "@rebooted=$(cksum <"$STATE/booted")"
            """);
    assertThat(seen)
        .as(seen.get("out"))
        .containsEntry("load", "0")
        .containsEntry("confirm", "0")
        .containsEntry("again", "4")
        .containsEntry("later", seen.get("b"))
        .containsEntry("boot", "0")
        .containsEntry("booted", seen.get("b"))
        .containsEntry("rollback", "0")
        .containsEntry("back", seen.get("a"))
        .containsEntry("rebooted", seen.get("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void theTimerOutlivesTheSession(String platform) throws Exception {
    Map<String, String> seen =
        ApplyScenario.run(
            folder,
            platform,
            """
            apply -t 0 $A; show a
            export STATE BOOT B
            setsid -w sh -c 'sh ./apply.sh -s "$STATE" -b "$BOOT" -t 3 $B; trap "" HUP; kill -HUP 0; kill -9 0'
            rc session; show b
            settle; show after
            """);
    assertThat(seen).containsEntry("after", seen.get("a"));
    assertThat(seen.get("session")).isNotEqualTo("0");
    assertThat(seen.get("b")).isNotEqualTo(seen.get("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void rulesOfOthersAreAsBefore(String platform) throws Exception {
    Map<String, String> seen =
        ApplyScenario.run(
            folder,
            platform,
            """
            nft -f - <<T
            table inet others {
              set mine { type ipv4_addr; elements = { 192.0.2.1 }; }
              chain input { type filter hook input priority 10; ip saddr @mine drop; }
            }
            table ip others_nat {
              chain pre { type nat hook prerouting priority -100; tcp dport 81 redirect to :80; }
            }
            T
            if [ "$PLATFORM" = iptables ]; then
              ipset create theirs hash:ip; ipset add theirs 192.0.2.7
              iptables -N DOCKER-USER; iptables -A DOCKER-USER -j RETURN
              iptables -A INPUT -m set --match-set theirs src -j DROP
              ip6tables -A FORWARD -p tcp --dport 25 -j REJECT
            fi
            others | grep . >"$STATE.before"
            apply -t 0 $A
            others | grep . >"$STATE.loaded"
            apply -t 60 $B; apply rollback; apply -t 0 $B; apply rollback
            others | grep . >"$STATE.after"
            cmp "$STATE.before" "$STATE.loaded"; rc loaded
            cmp "$STATE.before" "$STATE.after"; rc after
            echo "@size=$(grep -c . "$STATE.before")"
            """);
    assertThat(seen).as(seen.get("out")).containsEntry("loaded", "0").containsEntry("after", "0");
    assertThat(Integer.parseInt(seen.get("size"))).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void hostilePathsAreOnlyPaths(String platform) throws Exception {
    Path bundle =
        ApplyScenario.export(
            folder, platform, "a b'$(touch pwned)`touch pwned`\";touch pwned;\\ *");
    Path state = folder.resolve("st'ate $(touch pwned) \";touch pwned; *");
    Map<String, String> seen =
        ApplyScenario.run(
            folder,
            platform,
            bundle,
            state,
            """
            apply -t 0 $A; show a
            apply -t 1 $B; rc load; show b
            settle; show after
            cp -R $B 'x $(touch pwned); "y'
            apply -t 60 'x $(touch pwned); "y'; rc odd; show is_odd
            apply rollback; rc rollback; show back
            eval "$(apply -t 60 $B | sed -n 's/.*still get in: //p')"; rc said
            find / -xdev -name pwned -newer "$STATE" 2>/dev/null | grep -q .; rc pwned
            """);
    assertThat(seen)
        .as(seen.get("out"))
        .containsEntry("load", "0")
        .containsEntry("after", seen.get("a"))
        .containsEntry("odd", "0")
        .containsEntry("rollback", "0")
        .containsEntry("back", seen.get("a"))
        .containsEntry("said", "0")
        .containsEntry("pwned", "1");
    assertThat(seen.get("is_odd")).isEqualTo(seen.get("b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void scriptIsPortableAndUnitIsValid(String platform) throws Exception {
    Path bundle = ApplyScenario.export(folder, platform, "bundle");
    String script = bundle.resolve("apply.sh").toString();
    Nft.Result syntax = Nft.run(List.of("sh", "-n", script));
    assertThat(syntax.exit()).as(syntax.output()).isZero();
    if (Nft.isOnPath("shellcheck")) {
      Nft.Result lint = Nft.run(List.of("shellcheck", script));
      assertThat(lint.exit()).as(lint.output()).isZero();
    }
    String unit = bundle.resolve("firebreak-" + platform + ".service").toString();
    assertThat(Files.readString(Path.of(unit)))
        .contains("Before=network-pre.target", "WantedBy=sysinit.target");
    if (Nft.isOnPath("systemd-analyze")) {
      Nft.Result verified = Nft.run(List.of("systemd-analyze", "verify", unit));
      assertThat(verified.output()).doesNotContain("Unknown", "Invalid", "ignoring");
    }
  }
}
