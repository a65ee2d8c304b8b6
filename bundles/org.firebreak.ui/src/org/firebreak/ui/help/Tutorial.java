package org.firebreak.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** The steps of the page {@code first-design} of the guide, with the commands that do them. */
final class Tutorial {
  static final String PAGE = "first-design";

  /**
   * One step.
   *
   * @param title its heading with the number
   * @param text what to do
   * @param command id of the command that does it; {@code null} if the hand does
   */
  record Step(String title, RichText text, String command) {}

  private Tutorial() {}

  /** The steps; none if the guide is not there. */
  static List<Step> steps(Guide guide) {
    return guide.page(PAGE).map(Tutorial::steps).orElse(List.of());
  }

  private static List<Step> steps(GuidePage page) {
    Properties commands = commands();
    List<Step> steps = new ArrayList<>();
    for (Node node = page.content().getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 2) {
        String title = Headings.words(heading);
        String number = title.substring(0, Math.max(0, title.indexOf('.')));
        steps.add(new Step(title, RichText.of(bodyAfter(heading)), commands.getProperty(number)));
      }
    }
    return steps;
  }

  private static List<Node> bodyAfter(Heading heading) {
    List<Node> body = new ArrayList<>();
    Node node = heading.getNext();
    while (node != null && !(node instanceof Heading)) {
      body.add(node);
      node = node.getNext();
    }
    return body;
  }

  private static Properties commands() {
    Properties commands = new Properties();
    try (InputStream in = Tutorial.class.getResourceAsStream("tutorial.properties")) {
      commands.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("the commands of the tutorial cannot be read", e);
    }
    return commands;
  }
}
