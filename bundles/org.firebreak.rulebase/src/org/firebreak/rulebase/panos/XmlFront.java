package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.firebreak.core.progress.Progress;

/** Reads the XML form: a whole configuration, or the part of it that begins at a vsys. */
final class XmlFront {
  /** Deeper than any configuration. */
  private static final int DEEPEST = 100;

  private static final Set<String> BASES = Set.of("rulebase", "pre-rulebase", "post-rulebase");
  private static final Set<String> DECIDING =
      Set.of("nat", "application-override", "authentication", "dos");

  private final String file;
  private final XMLStreamReader xml;
  private final Progress progress;
  private final Configuration configuration = new Configuration();

  /**
   * Names of the open elements; that of an entry is its {@code name} attribute after an {@code @}.
   */
  private final List<String> open = new ArrayList<>();

  private int entries;

  private XmlFront(String file, XMLStreamReader xml, Progress progress) {
    this.file = file;
    this.xml = xml;
    this.progress = progress;
  }

  static Configuration read(String file, XMLStreamReader xml, Progress progress)
      throws XMLStreamException {
    XmlFront front = new XmlFront(file, xml, progress);
    front.start(); // the root, at which the reader stands
    front.read();
    return front.configuration;
  }

  private void read() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
        default -> {}
      }
    }
  }

  private void start() throws XMLStreamException {
    if (open.size() > DEEPEST) {
      throw new XMLStreamException("elements are nested too deeply", xml.getLocation());
    }
    String name = xml.getLocalName();
    String entry = xml.getAttributeValue(null, "name");
    if (!name.equals("entry") || entry == null) {
      if (name.equals("parent-dg") && last(1).startsWith("@") && last(2).equals("device-group")) {
        configuration.deviceGroup(last(1).substring(1)).parent(xml.getElementText().strip());
        return;
      }
      open.add(name);
      return;
    }
    if (entries++ % 1000 == 0) {
      progress.check();
    }
    Scope scope = scope();
    if (scope == null && isPushed()) {
      configuration.unread(
          place(),
          entry,
          "Not read: Panorama pushed the rule to the firewall; read the configuration of"
              + " Panorama.");
    }
    if (scope != null && entry(scope, entry)) {
      return; // the entry was read to its end
    }
    open.add("@" + entry);
  }

  /** Whether a rule stands here that Panorama pushed; templates have none. */
  private boolean isPushed() {
    return open.contains("panorama") && last(1).equals("rules") && BASES.contains(last(3));
  }

  private String last(int back) {
    return open.size() < back ? "" : open.get(open.size() - back);
  }

  private String place() {
    return file + ":" + xml.getLocation().getLineNumber();
  }

  /** Where the entry belongs; {@code null} inside a template, or of what is pushed by Panorama. */
  private Scope scope() {
    if (open.contains("template") || open.contains("template-stack") || open.contains("panorama")) {
      return null;
    }
    for (int i = open.size() - 2; i >= 0; i--) {
      String child = open.get(i + 1);
      if (child.startsWith("@")) {
        if (open.get(i).equals("vsys")) {
          return configuration.system(child.substring(1));
        }
        if (open.get(i).equals("device-group")) {
          return configuration.deviceGroup(child.substring(1));
        }
      }
    }
    return open.contains("shared") ? configuration.shared() : null;
  }

  /** Reads an entry of a known kind; false if it is of another one. */
  private boolean entry(Scope scope, String name) throws XMLStreamException {
    String section = last(1);
    Entry entry = new Entry(name, place());
    if (section.equals("rules") && BASES.contains(last(3))) {
      if (DECIDING.contains(last(2))) {
        configuration.unread(
            place(), name, "A " + last(2) + " rule decides what passes too, and is not read.");
      } else if (last(2).equals("security")) {
        scope.rules(base(last(3))).put(name, entry);
        attributes(entry, Kind.RULE.grammar());
        return true;
      } else if (last(2).equals("default-security-rules")) {
        scope.entries(Kind.DEFAULT_RULE).put(name, entry);
        attributes(entry, Kind.DEFAULT_RULE.grammar());
        return true;
      }
      return false;
    }
    Kind kind =
        section.equals("profiles") && last(2).equals("log-settings")
            ? Kind.LOG_PROFILE
            : isRightBelowScope() ? Kind.ofElement(section) : null;
    if (kind == null) {
      return false;
    }
    scope.entries(kind).put(name, entry);
    attributes(entry, kind.grammar());
    return true;
  }

  private boolean isRightBelowScope() {
    return last(2).equals("shared")
        || last(2).startsWith("@") && (last(3).equals("vsys") || last(3).equals("device-group"));
  }

  private static Scope.Base base(String element) {
    return switch (element) {
      case "pre-rulebase" -> Scope.Base.PRE;
      case "post-rulebase" -> Scope.Base.POST;
      default -> Scope.Base.LOCAL;
    };
  }

  /** Reads the attributes of an entry, up to its end. */
  private void attributes(Entry entry, Grammar grammar) throws XMLStreamException {
    List<String> path = new ArrayList<>();
    List<Grammar> grammars = new ArrayList<>();
    grammars.add(grammar);
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          text.setLength(0);
          open(entry, path, grammars);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (path.isEmpty()) {
            return;
          }
          close(entry, path, grammars, text.toString().strip());
          text.setLength(0);
        }
        default -> {}
      }
    }
  }

  private void open(Entry entry, List<String> path, List<Grammar> grammars)
      throws XMLStreamException {
    if (path.size() > DEEPEST) {
      throw new XMLStreamException("elements are nested too deeply", xml.getLocation());
    }
    String name = xml.getLocalName();
    Grammar above = grammars.get(grammars.size() - 1);
    if (name.equals("member") && above != null && above.isLeaf()) {
      path.add("member");
      grammars.add(above);
      return;
    }
    String attribute = xml.getAttributeValue(null, "name");
    String step = name.equals("entry") && attribute != null ? attribute : name;
    Grammar child = above == null ? null : above.child(step);
    path.add(step);
    grammars.add(child);
    if (above != null && child == null) {
      entry.unknown(String.join(" ", path));
    }
  }

  private static void close(Entry entry, List<String> path, List<Grammar> grammars, String text) {
    Grammar grammar = grammars.remove(grammars.size() - 1);
    boolean member = path.get(path.size() - 1).equals("member");
    if (grammar != null && grammar.isLeaf() && !text.isEmpty()) {
      List<String> names = member ? path.subList(0, path.size() - 1) : path;
      entry.add(String.join(" ", names), List.of(text));
    }
    path.remove(path.size() - 1);
  }
}
