package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SizingParametersTest {

  private final SizingParameters defaults = SizingParameters.defaults();

  @Test
  void everyDefaultIsVisibleAndExplained() {
    assertThat(defaults.settings()).hasSize(SizingParameter.values().length);
    assertThat(defaults.settings())
        .allMatch(SizingParameters.Setting::isDefault)
        .allMatch(setting -> setting.parameter().description().length() > 30)
        .allMatch(
            setting ->
                setting.value() >= setting.parameter().least()
                    && setting.value() <= setting.parameter().most());
  }

  @Test
  void keysAreUniqueAndFound() {
    for (SizingParameter parameter : SizingParameter.values()) {
      assertThat(SizingParameter.byKey(parameter.key())).contains(parameter);
    }
  }

  @Test
  void aReplacedValueIsNoDefaultAnyMore() {
    SizingParameters changed = defaults.with("growth", "0.35");
    assertThat(changed.get(SizingParameter.GROWTH)).isEqualTo(0.35);
    assertThat(changed.settings())
        .filteredOn(setting -> !setting.isDefault())
        .extracting(SizingParameters.Setting::parameter)
        .containsExactly(SizingParameter.GROWTH);
    assertThat(defaults.get(SizingParameter.GROWTH)).isEqualTo(0.2);
  }

  @Test
  void nonsenseIsRefusedWithTheBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.with("utilisation", "1.5"))
        .withMessageContaining("utilisation")
        .withMessageContaining("0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.with("growth", "NaN"))
        .withMessageContaining("growth");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.with("growth", "much"))
        .withMessage("growth: much is not a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.with("grwth", "0.1"))
        .withMessageContaining("no sizing parameter grwth; there are burst, growth");
  }
}
