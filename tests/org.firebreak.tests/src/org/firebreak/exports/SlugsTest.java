package org.firebreak.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SlugsTest {
  private static Map<String, String> slugs(String... names) {
    return new Slugs('-', 20).distinct(List.of(names), Function.identity(), Function.identity());
  }

  @Test
  void readableNamesStayReadable() {
    assertThat(slugs("Web tier", "Größe (neu)", "db_1").values())
        .containsExactly("web-tier", "gro-e-neu", "db-1");
  }

  @Test
  void ambiguousNamesEndInAHashWhateverTheirOrder() {
    Map<String, String> one = slugs("Web", "web", "WEB ", "app");
    Map<String, String> other = slugs("app", "WEB ", "web", "Web");
    assertThat(one).isEqualTo(other).containsEntry("app", "app");
    assertThat(one.values()).doesNotHaveDuplicates().allMatch(slug -> slug.matches("[a-z0-9-]+"));
  }

  @Test
  void longEmptyAndReservedNamesEndInAHash() {
    assertThat(slugs("x".repeat(50), "...", "CON", "nul", "..", "/").values())
        .doesNotHaveDuplicates()
        .allMatch(slug -> slug.matches("[a-z0-9-]{1,13}-[0-9a-f]{6}"));
  }

  @Test
  void hashedNameIsNeverAnothersPlainName() {
    String hashed = slugs("Web", "web").get("web");
    assertThat(slugs("Web", "web", hashed).values()).doesNotHaveDuplicates();
  }
}
