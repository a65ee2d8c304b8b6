package org.firebreak.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which section of the guide belongs to what: {@code contexts.properties} maps ids of views,
 * editors, and classes of controls, wizards, wizard pages, dialogs and preference pages.
 */
final class HelpContexts {
  private static final Map<String, String> SECTIONS = read();

  private HelpContexts() {}

  /** Address of the section for the first of the ids that is known; else the contents. */
  static String section(Iterable<String> ids) {
    for (String id : ids) {
      String section = SECTIONS.get(id);
      if (section != null) {
        return section;
      }
    }
    return HelpPane.CONTENTS;
  }

  static Map<String, String> all() {
    return SECTIONS;
  }

  private static Map<String, String> read() {
    Properties properties = new Properties();
    try (InputStream in = HelpContexts.class.getResourceAsStream("contexts.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("the map of the help cannot be read", e);
    }
    Map<String, String> sections = new TreeMap<>();
    properties.forEach((id, section) -> sections.put((String) id, (String) section));
    return Map.copyOf(sections);
  }
}
