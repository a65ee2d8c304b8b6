package org.firebreak.rulebase.panos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;

/**
 * Reads PAN-OS configurations: XML or {@code set} commands, of a firewall or of Panorama. Messages
 * that register tags of addresses, and the table of hosts, belong to the configurations in the same
 * folder.
 *
 * <p>A configuration that stands there in both forms, in files that differ in their extension
 * alone, is read from both and given once, unless the two say different things.
 *
 * <p>Where the zones of a design are known, a rule of a central firewall matches what is behind its
 * zones, which tags tell; what that is must be certain. Elsewhere zones are left aside where a rule
 * names addresses as well, and a rule that names a zone alone is listed as not read. An application
 * beside services is read as the services.
 */
public final class PanOsRuleBaseReader implements RuleBaseReader {
  private static final int BEGINNING = 4096;

  private final String id;
  private final String title;

  private PanOsRuleBaseReader(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The reader for central firewalls. */
  public static PanOsRuleBaseReader central() {
    return new PanOsRuleBaseReader("panos", "PAN-OS");
  }

  /** The reader for firewalls in front of single hosts. */
  public static PanOsRuleBaseReader hosts() {
    return new PanOsRuleBaseReader("panos-vm", "PAN-OS VM-Series");
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public boolean recognises(String path, String beginning) {
    String text = beginning.replace("\uFEFF", "").stripLeading();
    return text.startsWith("<")
        ? text.contains("<config")
            && (text.contains("urldb=\"paloaltonetworks\"")
                || text.contains("<devices>")
                || text.contains("<mgt-config"))
        : text.lines()
            .anyMatch(
                line ->
                    line.matches(
                        "set (vsys \\S+ |shared |device-group (\"[^\"]*\"|\\S+) )?(address|"
                            + "address-group|service|tag|rulebase|pre-rulebase|post-rulebase|"
                            + "deviceconfig|zone|application) .*"));
  }

  /** The files of one folder, which belong together. */
  private static final class Folder {
    private final Map<String, Configuration> configurations = new LinkedHashMap<>();
    private final Registrations registrations = new Registrations();
    private final HostTable hosts = new HostTable();
  }

  @Override
  public RuleBase read(RuleFiles files, HostAddresses hosts, Progress progress) throws IOException {
    Map<String, Folder> folders = new LinkedHashMap<>();
    for (String path : files.paths()) {
      progress.check();
      String name = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
      read(files, path, folders.computeIfAbsent(name, key -> new Folder()), progress);
    }
    List<PlacedFilter> filters = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    for (Folder folder : folders.values()) {
      Twins twins = new Twins();
      for (Map.Entry<String, Configuration> each : folder.configurations.entrySet()) {
        List<PlacedFilter> own = new ArrayList<>();
        for (List<Scope> chain : each.getValue().chains()) {
          progress.check();
          own.addAll(
              new Filters(each.getValue(), chain, folder.registrations, folder.hosts, hosts)
                  .read());
        }
        each.getValue().unread().stream().distinct().forEach(unread::add);
        if (!twins.isRepeated(each.getKey(), own)) {
          filters.addAll(own);
        }
      }
    }
    return new RuleBase(filters, unread);
  }

  private static void read(RuleFiles files, String path, Folder folder, Progress progress)
      throws IOException {
    try (InputStream file = files.open(path);
        PushbackInputStream in = new PushbackInputStream(file, BEGINNING)) {
      byte[] first = in.readNBytes(BEGINNING);
      in.unread(first);
      String beginning =
          new String(first, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
      if (beginning.startsWith("<")) {
        readXml(path, in, folder, progress);
        return;
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      if (HostTable.isHeader(beginning.lines().findFirst().orElse(""))) {
        folder.hosts.read(lines);
      } else {
        folder.configurations.put(path, SetFront.read(path, lines, progress));
      }
    }
  }

  private static void readXml(String path, InputStream in, Folder folder, Progress progress)
      throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLReporter((message, type, information, location) -> {});
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        xml.nextTag();
        if (xml.getLocalName().equals("uid-message")) {
          folder.registrations.read(xml);
        } else {
          folder.configurations.put(path, XmlFront.read(path, xml, progress));
        }
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      String problem = e.getMessage().replaceFirst("(?s).*Message: ", "");
      throw new RuleBaseException(
          path + ":" + line + " is not a PAN-OS configuration in XML: " + problem, e);
    }
  }
}
