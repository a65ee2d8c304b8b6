package org.firebreak.exports.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.nftables.Nft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code apply.sh} refuses, and what it does where something fails. */
class ApplyScriptFailureTest {
  @TempDir Path folder;

  @BeforeEach
  void needsNamespaces() throws Exception {
    Nft.assumeAvailable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void whatCannotBeLoadedChangesNothing(String platform) throws Exception {
    Map<String, String> seen =
        ApplyScenario.run(
            folder,
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
            apply -t 010 $B; rc octal
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
        .containsEntry("octal", "2")
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
        ApplyScenario.run(
            folder,
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
  void whatCannotBeSavedIsNotReplaced(String platform) throws Exception {
    Map<String, String> seen =
        ApplyScenario.run(
            folder,
            platform,
            """
            apply -t 0 $A; show a
            mkdir "$STATE.bin"
            real=$(command -v mkdir)
            # the disk is full when it comes to write $FULL
            cat >"$STATE.bin/mkdir" <<T
            #!/bin/sh
            $real "\\$@" || exit
            for each; do case \\$each in */saved) ln -s /dev/full "\\$each/\\$FULL" ;; esac; done
            T
            chmod +x "$STATE.bin/mkdir"
            if [ "$PLATFORM" = nftables ]; then set -- ruleset.nft; else set -- sets.ipset rules.v6; fi
            for full; do
              FULL=$full PATH=$STATE.bin:$PATH apply -t 60 $B; echo "@rc=$?$full"; show after
            done
            apply status; apply confirm; rc confirm
            """);
    assertThat(seen)
        .as(seen.get("out"))
        .containsEntry("after", seen.get("a"))
        .containsEntry("confirm", "4");
    assertThat(seen.get("out").lines().filter(line -> line.startsWith("@rc=")))
        .as(seen.get("out"))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("@rc=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void withoutTimerNothingIsLoaded(String platform) throws Exception {
    Map<String, String> seen =
        ApplyScenario.run(
            folder,
            platform,
            """
            apply -t 0 $A; show a
            ln -s "$STATE.missing/file" "$STATE/pending"  # cannot be written, as on a full disk
            apply -t 60 $B; rc load; show after
            apply -t 60 $B; rc again; apply confirm; rc confirm
            """);
    assertThat(seen)
        .as(seen.get("out"))
        .containsEntry("load", "1")
        .containsEntry("after", seen.get("a"))
        .containsEntry("again", "0")
        .containsEntry("confirm", "0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void whatIsOnlyCheckedIsNotConfirmed(String platform) throws Exception {
    Map<String, String> seen =
        ApplyScenario.run(
            folder,
            platform,
            """
            apply -t 60 $A; show a
            apply check $B; rc check
            apply confirm; rc confirm
            booted >"$STATE/booted"; rc boot
            echo "@booted=$(cksum <"$STATE/booted")"
            """);
    assertThat(seen)
        .as(seen.get("out"))
        .containsEntry("check", "0")
        .containsEntry("confirm", "0")
        .containsEntry("boot", "0")
        .containsEntry("booted", seen.get("a"));
  }

  @Test
  void iptablesWaitsWhereAnotherProgramChangesRules() throws Exception {
    Map<String, String> seen =
        ApplyScenario.run(
            folder,
            "iptables",
            """
            mkdir "$STATE.bin"
            for program in iptables ip6tables; do
              real=$(command -v $program)
              # as the legacy program answers while another one holds the lock
              cat >"$STATE.bin/$program" <<T
            #!/bin/sh
            case " \\$* " in *' -w '*) exec $real "\\$@" ;; esac
            exit 4
            T
              real=$(command -v $program-restore)
              cat >"$STATE.bin/$program-restore" <<T
            #!/bin/sh
            case " \\$* " in *' --help '*) echo '--wait'; exit ;; esac
            exec $real "\\$@"
            T
              chmod +x "$STATE.bin/$program" "$STATE.bin/$program-restore"
            done
            show none
            PATH=$STATE.bin:$PATH
            apply -t 60 $A; rc load; apply rollback; rc rollback; show after
            """);
    assertThat(seen)
        .as(seen.get("out"))
        .containsEntry("load", "0")
        .containsEntry("rollback", "0")
        .containsEntry("after", seen.get("none"));
  }
}
