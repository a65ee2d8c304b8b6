package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.firebreak.core.validation.facts.NamePattern;
import org.firebreak.core.validation.rules.ValidationRules;
import org.junit.jupiter.api.Test;

class ShippedProfilesTest {
  @Test
  void profilesAreFoundByNameInAnyCase() {
    assertThat(ShippedProfiles.names()).containsExactly("baseline", "strict", "pci-dss");
    assertThat(ShippedProfiles.byName("Strict")).isPresent();
    assertThat(ShippedProfiles.byName("lax")).isEmpty();
  }

  @Test
  void deviationsAreOfRulesThatExistAndEachHasItsReason() {
    for (ShippedProfile shipped : ShippedProfiles.all()) {
      ValidationProfile profile = shipped.profile();
      Set<String> deviations = new HashSet<>(profile.severities().keySet());
      assertThat(deviations).allMatch(id -> ValidationRules.byId(id).isPresent());
      profile.limits().keySet().forEach(threshold -> deviations.add(threshold.key()));
      profile.needs().stream()
          .filter(need -> !RoleNeeds.BASELINE.contains(need))
          .forEach(need -> deviations.add(need.id()));
      assertThat(shipped.reasons().keySet()).as(profile.name()).isEqualTo(deviations);
      assertThat(shipped.reasons().values()).allMatch(reason -> reason.endsWith("."));
      assertThat(shipped.description()).endsWith(".");
    }
  }

  @Test
  void noDeviationIsMilderThanTheRuleOrSaysTheSame() {
    for (ShippedProfile shipped : ShippedProfiles.all()) {
      shipped
          .profile()
          .severities()
          .forEach(
              (id, severity) ->
                  assertThat(severity)
                      .as(shipped.profile().name() + " " + id)
                      .isLessThan(ValidationRules.byId(id).orElseThrow().info().severity()));
    }
  }

  @Test
  void patternsAreMatchedInBoundedTime() {
    assertThat(NamePattern.matches(NamePattern.compile("[a-z]{3}-[0-9]+"), "web-12")).isTrue();
    assertThat(NamePattern.matches(NamePattern.compile("[a-z]{3}-[0-9]+"), "Web-12")).isFalse();
    assertThat(NamePattern.matches(Pattern.compile("(x+x+)+y"), "x".repeat(200)))
        .as("nobody is blamed for a pattern that takes too long")
        .isTrue();
  }
}
