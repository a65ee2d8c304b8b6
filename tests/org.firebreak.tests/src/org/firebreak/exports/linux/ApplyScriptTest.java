package org.firebreak.exports.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.iptables.Iptables;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Loads rulesets with {@code apply.sh}, each time in a network namespace of its own: what is
 * confirmed stays, what is not goes, and nothing else is touched.
 */
class ApplyScriptTest {
  /** What a scenario may use; {@code show NAME} prints what is loaded, {@code rc} the exit code. */
  private static final String TOOLS =
      """
      cd "$BUNDLE" || exit 9
      apply() { sh ./apply.sh -s "$STATE" -b "$BOOT" "$@"; }
      rc() { echo "@$1=$?"; }
      loaded() {
        if [ "$PLATFORM" = nftables ]; then
          nft -s list table inet firebreak 2>/dev/null
        else
          { iptables-save -t filter; ip6tables-save -t filter; } | grep -e FIREBREAK | sed 's/ \\[.*//'
        fi
      }
      others() {
        nft list table inet others
        nft list chain ip others_nat pre
        ipset list -n 2>/dev/null | grep -v fbk_
        { iptables-save; ip6tables-save; } 2>/dev/null | grep -e '^-' | grep -v FIREBREAK
      }
      show() { echo "@$1=$(loaded | cksum)"; }
      settle() { # until nothing waits for confirmation any more
        n=0
        while [ -e "$STATE/pending" ] || ! flock "$STATE/lock" true; do
          n=$((n + 1)); if [ $n -gt 200 ]; then break; fi
          sleep 0.1
        done
        flock "$STATE/lock" true
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void needsNamespaces() throws Exception {
    Nft.assumeAvailable();
  }

  /** Exports the lab shop, microsegmented: rulesets A (app) and B (web). */
  private Path export(String platform, String name) throws Exception {
    Path bundle = folder.resolve(name);
    BundleWriter.write(
        bundle,
        PolicyCompiler.compile(
            Samples.load("lab-shop"),
            CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.MICRO)),
        Exporters.byIds(platform),
        Map.of(),
        Progress.NONE);
    return bundle.resolve(platform);
  }

  /** Runs a scenario and gives what it printed as {@code @NAME=VALUE}; {@code out} is all. */
  private Map<String, String> run(String platform, String scenario) throws Exception {
    return run(platform, export(platform, "bundle"), folder.resolve("state"), scenario);
  }

  private Map<String, String> run(String platform, Path bundle, Path state, String scenario)
      throws Exception {
    if (platform.equals("iptables")) {
      Iptables.assumeAvailable();
    }
    String suffix = platform.equals("nftables") ? ".nft" : "";
    Path script = folder.resolve("scenario.sh");
    Files.writeString(script, TOOLS + scenario);
    Nft.Result result =
        Nft.run(
            List.of(
                "env",
                "PLATFORM=" + platform,
                "BUNDLE=" + bundle,
                "STATE=" + state,
                "BOOT=" + folder.resolve("boot"),
                "A=hosts/app" + suffix,
                "B=hosts/web" + suffix,
                "sh",
                script.toString()));
    Map<String, String> values = new TreeMap<>();
    values.put("out", result.output());
    result
        .output()
        .lines()
        .filter(line -> line.startsWith("@"))
        .forEach(
            line ->
                values.put(
                    line.substring(1, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void withoutConfirmationTheFormerRulesetComesBack(String platform) throws Exception {
    Map<String, String> seen =
        run(
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
        run(platform, "show none\napply -t 1 $B; rc first; show b\nsettle; show after\n");
    assertThat(seen).containsEntry("first", "0").containsEntry("after", seen.get("none"));
    assertThat(seen.get("b")).isNotEqualTo(seen.get("none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void confirmedRulesetStaysAndIsTheOneOfTheNextBoot(String platform) throws Exception {
    Map<String, String> seen =
        run(
            platform,
            """
            apply -t 0 $A; show a
            apply -t 2 $B; rc load; show b
            apply confirm; rc confirm
            apply confirm; rc again
            sleep 4; show later
            unshare -n sh -c 'sh "$BOOT/current/apply.sh" boot; rc=$?
              [ "$PLATFORM" = nftables ] && nft -s list table inet firebreak ||
                { iptables-save -t filter; ip6tables-save -t filter; } | grep -e FIREBREAK | sed "s/ \\\\[.*//"
              exit $rc' >"$STATE/booted"; rc boot
            echo "@booted=$(cksum <"$STATE/booted")"
            apply rollback; rc rollback; show back
            unshare -n sh -c 'sh "$BOOT/current/apply.sh" boot
              [ "$PLATFORM" = nftables ] && nft -s list table inet firebreak ||
                { iptables-save -t filter; ip6tables-save -t filter; } | grep -e FIREBREAK | sed "s/ \\\\[.*//"
              ' >"$STATE/booted"
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
        run(
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
        run(
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
  void whatCannotBeLoadedChangesNothing(String platform) throws Exception {
    Map<String, String> seen =
        run(
            platform,
            """
            apply -t 0 $A; show a
            bad=$STATE.bad
            cp -R $B "$bad"
            if [ "$PLATFORM" = nftables ]; then rules=$bad; else rules=$bad/rules.v4; fi
            sed -i 's/^\\(.*\\)dport/\\1dportal/' "$rules"
            apply "$bad"; rc broken; show is_broken
            rm -rf "$bad"; cp -R $B "$bad"
            if [ "$PLATFORM" = nftables ]; then echo 'flush ruleset' >>"$bad"
            else sed -i 's/^COMMIT/-F INPUT\\nCOMMIT/' "$rules"; fi
            apply "$bad"; rc foreign; show is_foreign
            apply "$bad.missing"; rc missing
            apply; rc several
            apply -x; rc option
            apply -t soon $B; rc time
            apply -s relative $B; rc relative
            apply check $B; rc check; show is_check
            flock "$STATE/lock" sleep 5 &
            sleep 0.5
            apply $B; rc busy; show is_busy
            """);
    assertThat(seen)
        .as(seen.get("out"))
        .containsEntry("broken", "1")
        .containsEntry("foreign", "1")
        .containsEntry("missing", "1")
        .containsEntry("several", "2")
        .containsEntry("option", "2")
        .containsEntry("time", "2")
        .containsEntry("check", "0")
        .containsEntry("busy", "3");
    for (String moment : List.of("broken", "foreign", "check", "busy")) {
      assertThat(seen).as(seen.get("out")).containsEntry("is_" + moment, seen.get("a"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void whatFailsHalfWayIsTakenBack(String platform) throws Exception {
    Map<String, String> seen =
        run(
            platform,
            """
            apply -t 0 $A; show a
            mkdir "$STATE.bin"
            if [ "$PLATFORM" = nftables ]; then program=nft; else program=ip6tables-restore; fi
            real=$(PATH=$PATH:/usr/sbin:/sbin command -v $program)
            # fails once when it is to load, and not when it only checks
            cat >"$STATE.bin/$program" <<T
            #!/bin/sh
            case " \\$* " in
              *' -c '* | *' --test '* | *' list '* | *' --help '*) ;;
              *) if mkdir "$STATE.failed" 2>/dev/null; then exit 1; fi ;;
            esac
            exec $real "\\$@"
            T
            chmod +x "$STATE.bin/$program"
            PATH=$STATE.bin:$PATH apply -t 60 $B; rc load; show after
            [ -d "$STATE.failed" ]; rc tried
            apply status; apply confirm; rc confirm
            """);
    assertThat(seen)
        .as(seen.get("out"))
        .containsEntry("tried", "0")
        .containsEntry("load", "1")
        .containsEntry("after", seen.get("a"))
        .containsEntry("confirm", "4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void hostilePathsAreOnlyPaths(String platform) throws Exception {
    Path bundle = export(platform, "a b'$(touch pwned)`touch pwned`\";touch pwned;\\ *");
    Path state = folder.resolve("st'ate $(touch pwned) \";touch pwned; *");
    Map<String, String> seen =
        run(
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
    Path bundle = export(platform, "bundle");
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
