package org.firebreak.ui.help;

import java.util.List;

/** Pages that are made while one reads: contents and what a search found. */
final class GuidePages {

  private GuidePages() {}

  /** All pages with their sections, as links. */
  static GuidePage contents(Guide guide) {
    StringBuilder text = new StringBuilder("# User guide\n\n");
    for (GuidePage page : guide.pages()) {
      text.append("## [%s](%s)\n\n".formatted(page.title(), page.id()));
      page.sections().stream()
          .filter(section -> section.level() == 2)
          .forEach(
              section ->
                  text.append(
                      "- [%s](%s#%s)\n".formatted(section.title(), page.id(), section.anchor())));
      text.append('\n');
    }
    text.append("## [Keyboard shortcuts](" + HelpPane.KEYS + ")\n");
    return GuidePage.of("contents", text.toString());
  }

  /** What a search found, as links with the text around. */
  static GuidePage hits(String query, List<GuideSearch.Hit> hits) {
    StringBuilder text = new StringBuilder();
    if (hits.isEmpty()) {
      text.append("Nothing in the guide has all of these words. Try fewer, or shorter ones.\n");
    }
    for (GuideSearch.Hit hit : hits) {
      String title =
          hit.section().level() == 1
              ? hit.page().title()
              : hit.page().title() + " › " + hit.section().title();
      text.append("### [%s](%s#%s)\n\n".formatted(title, hit.page().id(), hit.section().anchor()));
      text.append(hit.excerpt().replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1")).append("\n\n");
    }
    return GuidePage.of("search", text.toString());
  }
}
