package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "validate",
        "explain",
        "fix",
        "accept",
        "profile",
        "simulate",
        "export",
        "sync",
        "diff",
        "plan",
        "size",
        "catalogue",
        "compare",
        "reach",
        "optimise",
        "estimate",
        "render",
        "services",
        "platforms",
        "rules",
        "completion",
        "help"
      })
  void everyCommandExplainsItselfWithAnExample(String command) {
    Run help = Run.of(command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("Usage: firebreak " + command).contains("Example");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(Run.of("help", command).out()).isEqualTo(help.out());
  }

  @Test
  void helpListsEveryCommandInAFullSentence() {
    Run help = Run.of("--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out().lines().filter(line -> line.matches("  [a-z]+ +[A-Z].*")))
        .hasSize(27)
        .allMatch(line -> line.endsWith("."));
    assertThat(help.out()).contains("Exit codes: 0 done, 1 findings, 2 usage, 3 bad input");
    assertThat(Run.of("help").out()).isEqualTo(help.out());
  }

  @Test
  void noCommandIsAUsageError() {
    Run run = Run.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("name a command", "Try: firebreak --help");
  }

  @Test
  void misspelledCommandGetsASuggestion() {
    Run run = Run.of("valdate", "x.firebreak");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("valdate", "Did you mean", "validate");
  }

  @Test
  void unknownOptionIsAUsageError() {
    Run run = Run.of("validate", "x.firebreak", "--fix-all");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--fix-all", "Try: firebreak validate --help");
  }

  @Test
  void optionWithAKeyButNoValueIsNamedOnce() {
    assertThat(Run.of("size", "x.firebreak", "--set", "burst").err())
        .contains("for option '--set'", "KEY=VALUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate x.firebreak --as-of yesterday",
        "validate x.firebreak --fail-on never",
        "compare x.firebreak --format pdf",
        "compare x.firebreak --weight rule=-1",
        "compare x.firebreak --weight speed=1",
        "optimise x.firebreak",
        "optimise x.firebreak --goal-blast-radius 1 --budget-rules 5",
        "optimise x.firebreak --goal-blast-radius -1",
        "optimise x.firebreak --goal-blast-radius 1 --effort money",
        "optimise x.firebreak --budget-rules 5 --effort rules",
        "optimise x.firebreak --budget-rules 5 --hops two",
        "optimise x.firebreak --budget-rules 5 -o y.firebreak",
        "optimise x.firebreak --budget-rules 5 --save-as hybrid",
        "optimise - --budget-rules 5 --apply",
        "validate x.firebreak --disable FB-999",
        "validate x.firebreak --max-port-range 0",
        "validate x.firebreak --format pdf",
        "validate x.firebreak --format sarif --json",
        "validate x.firebreak --profile lax",
        "validate x.firebreak --color sometimes",
        "explain FB-999",
        "fix x.firebreak",
        "fix x.firebreak --all-safe --unsafe",
        "fix x.firebreak --rule FB-999",
        "accept x.firebreak --reason Because",
        "accept x.firebreak --rule FB-101",
        "accept x.firebreak --rule FB-101 --reason Because --expires 2001-01-01",
        "accept x.firebreak --rule FB-101 --withdraw --reason Because",
        "profile",
        "profile show lax",
        "simulate x.firebreak",
        "simulate x.firebreak --from a --to b --protocol tcp -o y",
        "simulate x.firebreak --from a --tuples t.csv",
        "simulate x.firebreak --tuples t.csv --json",
        "simulate x.firebreak --from a --to b --protocol tcp --expect maybe",
        "export x.firebreak",
        "export x.firebreak --platform abacus -o out",
        "size x.firebreak -o s.html --set speed=1",
        "size x.firebreak -o s.html --set growth=fast",
        "size x.firebreak -o s.html --appliance Toaster",
        "estimate x.firebreak",
        "estimate --missing",
        "estimate x.firebreak --missing --csv t.csv",
        "estimate x.firebreak --template magic --flow f --users 1",
        "estimate x.firebreak --template web-tier --flow f",
        "estimate x.firebreak --template web-tier --users 5",
        "catalogue --form cubic",
        "catalogue --vendor Acme",
        "catalogue --format csv --json",
        "catalogue -o x.csv",
        "catalogue --own a.csv --design x.firebreak",
        "import -o x.firebreak",
        "import --flows f.csv",
        "import --flows f.csv --flows-format morse -o x.firebreak",
        "import --inventory f.csv --group-pattern ( -o x.firebreak",
        "services --category cookery",
        "rules FB-999",
        "help cook"
      })
  void wrongArgumentsAreUsageErrorsBeforeAnyFileIsRead(String line) {
    Run run = Run.of((Object[]) line.split(" "));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Try: firebreak ");
  }

  @Test
  void messagesAreTheProgramsOwn() {
    assertThat(Run.of("validate", "x.firebreak", "--as-of", "2026-13-01").err())
        .startsWith(
            "firebreak validate: Invalid value for option '--as-of': not a date: '2026-13-01';"
                + " write it as 2026-11-23\n")
        .doesNotContain("java", "Exception");
  }

  @Test
  void messagesStayOnTheirLine() {
    Run run = Run.of("import", "--flows", "f.csv", "--flows-format", "a\nb\u001b[1m", "-o", "x");

    assertThat(run.err()).contains("there is no format 'a?b?[1m'");
  }

  @Test
  void impossibleFileNameIsAUsageError() {
    assertThat(Run.of("validate", "a\u0000b").exitCode()).isEqualTo(2);
  }

  @Test
  void argumentWithAnAtSignIsNoFileOfArguments() {
    assertThat(Run.of("validate", "@nowhere").err()).startsWith("@nowhere: no such file");
  }

  @Test
  void versionIsPrinted() {
    assertThat(Run.of("version").out()).startsWith("Firebreak 0.1.0\nJava ");
    assertThat(Run.of("--version").out()).startsWith("Firebreak 0.1.0");
  }

  @Test
  void completionScriptKnowsCommandsAndOptions() {
    Run run = Run.of("completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("complete ", "validate", "--fail-on", "compdef");
  }

  @Test
  void servicesAreFoundByWordPortAndCategory() {
    assertThat(Run.of("services", "--quiet").out().lines()).hasSizeGreaterThan(120);
    assertThat(Run.of("services", "postgres").out()).contains("postgresql", "5432");
    assertThat(Run.of("services", "--port", "443").out()).contains("https").doesNotContain("ssh ");
    assertThat(Run.of("services", "--category", "database", "--json").out())
        .contains("\"category\" : \"database\"")
        .doesNotContain("\"category\" : \"web\"");
  }

  @Test
  void platformsAndRulesAreListed() {
    assertThat(Run.of("platforms").out()).contains("nftables", "--set nftables.", "rvtools");
    assertThat(Run.of("rules").out()).contains("FB-001", "FB-503");
    assertThat(Run.of("rules", "fb-302").out()).contains("Covered flow", "Example: ");
  }
}
