package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;

/** Messages of the User-ID interface that register tags of addresses, and that take them away. */
final class RegistrationFiles {
  /** Below the 5 MB that a request may have, with room for the encoding of the form. */
  private static final int BYTES = 2_000_000;

  private static final int ENTRY = 60;

  private final ExportSink sink;
  private final String folder;

  RegistrationFiles(ExportSink sink, String folder) {
    this.sink = sink;
    this.folder = folder;
  }

  /**
   * Writes all tags; what takes them away is in a folder of its own, so that nobody sends both.
   *
   * @param tags tags of each address
   */
  void write(Map<String, List<String>> tags) throws IOException {
    write("register", "register", tags, "Registers the tags of addresses");
    write("remove/unregister", "unregister", tags, "Takes the tags of addresses away");
  }

  /**
   * Writes messages of one kind, as many as the limit of a request demands; none if there is
   * nothing to say.
   *
   * @param verb {@code register} or {@code unregister}
   */
  void write(String name, String verb, Map<String, List<String>> tags, String description)
      throws IOException {
    List<Map.Entry<String, List<String>>> message = new ArrayList<>();
    int number = 1;
    int size = 0;
    for (Map.Entry<String, List<String>> entry : tags.entrySet()) {
      int bytes = ENTRY + entry.getKey().length();
      for (String tag : entry.getValue()) {
        bytes += ENTRY + tag.length();
      }
      if (size + bytes > BYTES) {
        write(name + "-" + number++, verb, message, description);
        message.clear();
        size = 0;
      }
      message.add(entry);
      size += bytes;
    }
    if (!message.isEmpty()) {
      write(name + "-" + number, verb, message, description);
    }
  }

  private void write(
      String name, String verb, List<Map.Entry<String, List<String>>> tags, String description)
      throws IOException {
    String path = folder.isEmpty() ? name : folder + "/" + name;
    try (ExportFile file = sink.open(path + ".xml", description)) {
      XmlFile xml = new XmlFile(file);
      xml.begin("uid-message");
      xml.text("version", "1.0");
      xml.text("type", "update");
      xml.begin("payload");
      xml.begin(verb);
      for (Map.Entry<String, List<String>> entry : tags) {
        xml.begin("entry", "ip", entry.getKey());
        xml.begin("tag");
        for (String tag : entry.getValue()) {
          xml.text("member", tag);
        }
        xml.end();
        xml.end();
      }
      xml.end();
      xml.end();
      xml.end();
      xml.finish();
    }
  }
}
