package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.exports.ExportFile;

/** Writes entries as a configuration in XML, of which parts can be loaded. */
final class XmlConfiguration implements Entries {
  private final XmlFile xml;
  private final Place place;
  private final List<String> open = new ArrayList<>();

  XmlConfiguration(ExportFile file, Place place) throws IOException {
    this.xml = new XmlFile(file);
    this.place = place;
    xml.begin("config", "version", "10.0.0");
  }

  @Override
  public void entry(Section section, String name, List<Node> parts) throws IOException {
    List<String> elements = place.elements(section);
    int common = 0;
    while (common < open.size()
        && common < elements.size()
        && open.get(common).equals(elements.get(common))) {
      common++;
    }
    closeTo(common);
    for (String element : elements.subList(common, elements.size())) {
      if (element.startsWith("@")) {
        xml.begin("entry", "name", element.substring(1));
      } else {
        xml.begin(element);
      }
      open.add(element);
    }
    xml.begin("entry", "name", name);
    for (Node part : parts) {
      write(part);
    }
    xml.end();
  }

  private void closeTo(int size) throws IOException {
    while (open.size() > size) {
      xml.end();
      open.remove(open.size() - 1);
    }
  }

  private void write(Node part) throws IOException {
    switch (part) {
      case Node.Value value -> xml.text(value.name(), value.text());
      case Node.Members list -> {
        xml.begin(list.name());
        for (String member : list.members()) {
          xml.text("member", member);
        }
        xml.end();
      }
      case Node.Branch branch -> {
        xml.begin(branch.name());
        for (Node child : branch.children()) {
          write(child);
        }
        xml.end();
      }
      case Node.Named named -> {
        xml.begin("entry", "name", named.name());
        for (Node child : named.children()) {
          write(child);
        }
        xml.end();
      }
    }
  }

  /** Ends the document. */
  void finish() throws IOException {
    closeTo(0);
    xml.end();
    xml.finish();
  }
}
