package org.firebreak.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the guide, their links, and the guide as HTML. */
class GuideTest {
  private static final Path DOCS = Path.of(System.getProperty("firebreak.root"), "docs");

  @TempDir Path folder;

  @Test
  void everyPageOfTheGuideIsShown() throws IOException {
    Path user = DOCS.resolve("user");
    try (Stream<Path> files = Files.walk(user)) {
      List<String> ids =
          files
              .filter(Files::isRegularFile)
              .map(file -> id(user.relativize(file).toString()))
              .sorted()
              .toList();
      assertThat(Guide.get().pages())
          .extracting(GuidePage::id)
          .containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  void everySectionThatF1OpensExists() throws IOException {
    Properties contexts = new Properties();
    try (InputStream in = Guide.class.getResourceAsStream("contexts.properties")) {
      contexts.load(in);
    }
    assertThat(contexts).isNotEmpty();
    contexts.forEach((id, section) -> assertThat(exists((String) section)).as("%s", id).isTrue());
  }

  @Test
  void linksInTheGuideLeadSomewhere() throws IOException {
    Pattern link =
        Pattern.compile("\\]\\((?:[.][.]/|platforms/)?([a-z0-9-]*)(?:\\.md)?(#[^)]*)?\\)");
    for (GuidePage page : Guide.get().pages()) {
      String text =
          Files.readString(
              DOCS.resolve("user/" + page.id().replaceFirst("^platform-", "platforms/") + ".md"));
      Matcher links = link.matcher(text);
      while (links.find()) {
        String target = links.group(1).isEmpty() ? page.id() : links.group(1);
        String found = exists(target) ? target : "platform-" + target;
        String address = found + (links.group(2) == null ? "" : links.group(2));
        assertThat(exists(address)).as(page.id() + " → " + address).isTrue();
      }
    }
  }

  @Test
  void htmlHasEveryPageWithItsPicturesAndNothingFromTheNetwork() throws IOException {
    Path first = GuideHtml.write(Guide.get(), folder);
    assertThat(first).exists();
    List<String> missing = new ArrayList<>();
    for (GuidePage page : Guide.get().pages()) {
      String html = Files.readString(folder.resolve(page.id() + ".html"));
      assertThat(html).contains("prefers-color-scheme: dark").doesNotContain("@TEXT@");
      assertThat(html).doesNotContainPattern("(src|href)=\"https?://[^\"]*\\.(js|css|png|woff2?)");
      Matcher targets = Pattern.compile("(?:src|href)=\"([^\"#:]+)(#[^\"]*)?\"").matcher(html);
      while (targets.find()) {
        if (!Files.exists(folder.resolve(targets.group(1)))) {
          missing.add(page.id() + " → " + targets.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static String id(String path) {
    return path.replace(".md", "").replaceFirst("^platforms.", "platform-");
  }

  private static boolean exists(String address) {
    String[] parts = address.split("#", 2);
    if (parts[0].equals("keys")) {
      return true;
    }
    return Guide.get()
        .page(parts[0])
        .map(page -> parts.length == 1 || page.has(parts[1]))
        .orElse(false);
  }
}
