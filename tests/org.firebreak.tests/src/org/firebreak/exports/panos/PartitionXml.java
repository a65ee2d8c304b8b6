package org.firebreak.exports.panos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The partitions of an exported configuration (vsys, device group, vsys of a template) as XML. */
final class PartitionXml {
  private static final int GROUP_MEMBERS = 2500;
  private static final Schema SCHEMA = schema();

  private final Element partition;

  private PartitionXml(Element partition) {
    this.partition = partition;
  }

  private static Schema schema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(PartitionXml.class.getResource("panos-subset.xsd"));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  /** All partitions of a configuration. */
  static List<PartitionXml> of(String xml) throws Exception {
    Element root = parse(xml).getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("config");
    List<PartitionXml> all = new ArrayList<>();
    for (String kind : List.of("vsys", "device-group")) {
      var lists = root.getElementsByTagName(kind);
      for (int i = 0; i < lists.getLength(); i++) {
        children(lists.item(i)).forEach(entry -> all.add(new PartitionXml(entry)));
      }
    }
    return all;
  }

  private static List<Element> children(Node node) {
    List<Element> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  boolean isDeviceGroup() {
    return ((Element) partition.getParentNode()).getTagName().equals("device-group");
  }

  /** Validates the content of the partition against the schema. */
  void validate() throws Exception {
    Document document = partition.getOwnerDocument();
    Element wrapper = document.createElementNS(null, "mseg-vsys");
    children(partition).forEach(child -> wrapper.appendChild(child.cloneNode(true)));
    try {
      SCHEMA.newValidator().validate(new DOMSource(wrapper));
    } catch (SAXException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** Entries of a section by name. */
  private Map<String, Element> entries(String... path) {
    Element at = partition;
    for (String step : path) {
      at =
          children(at).stream()
              .filter(child -> child.getTagName().equals(step))
              .findFirst()
              .orElse(null);
      if (at == null) {
        return Map.of();
      }
    }
    Map<String, Element> entries = new LinkedHashMap<>();
    for (Element entry : children(at)) {
      assertThat(entries.put(entry.getAttribute("name"), entry))
          .as("two of %s", entry.getAttribute("name"))
          .isNull();
    }
    return entries;
  }

  private static List<String> members(Element entry, String name) {
    List<String> members = new ArrayList<>();
    for (Element child : children(entry)) {
      if (child.getTagName().equals(name)) {
        children(child).forEach(member -> members.add(member.getTextContent()));
      }
    }
    return members;
  }

  private static Set<String> names(Map<String, Element> one, Map<String, Element> other) {
    Set<String> names = new HashSet<>(one.keySet());
    assertThat(other.keySet()).as("one name space").noneMatch(names::contains);
    names.addAll(other.keySet());
    return names;
  }

  /** Names are unique in each name space and what is referred to is there; gives the rules. */
  List<Element> checkReferences() {
    Map<String, Element> addressGroups = entries("address-group");
    Map<String, Element> serviceGroups = entries("service-group");
    Set<String> addresses = names(entries("address"), addressGroups);
    Set<String> services = names(entries("service"), serviceGroups);
    Set<String> tags = entries("tag").keySet();
    for (String section : List.of("address", "address-group", "service", "service-group")) {
      entries(section).values().forEach(each -> isIn(tags, each, "tag"));
    }
    for (Element group : addressGroups.values()) {
      isIn(addresses, group, "static");
      assertThat(members(group, "static").size()).isLessThanOrEqualTo(GROUP_MEMBERS);
    }
    serviceGroups.values().forEach(each -> isIn(services, each, "members"));
    Set<String> profiles = entries("log-settings", "profiles").keySet();
    Set<String> applications = entries("application").keySet();
    List<Element> rules = new ArrayList<>();
    for (String base : List.of("rulebase", "pre-rulebase", "post-rulebase")) {
      rules.addAll(entries(base, "security", "rules").values());
      for (Element rule : entries(base, "default-security-rules", "rules").values()) {
        isAmong(profiles, text(rule, "log-setting"));
      }
    }
    for (Element rule : rules) {
      isIn(addresses, rule, "source");
      isIn(addresses, rule, "destination");
      isIn(services, rule, "service");
      isIn(tags, rule, "tag");
      if (!isDeviceGroup()) {
        isIn(entries("zone").keySet(), rule, "from");
        isIn(entries("zone").keySet(), rule, "to");
      }
      isAmong(profiles, text(rule, "log-setting"));
      members(rule, "application").stream()
          .filter(name -> name.startsWith("firebreak"))
          .forEach(name -> assertThat(applications).contains(name));
    }
    return rules;
  }

  private static String text(Element entry, String name) {
    return children(entry).stream()
        .filter(child -> child.getTagName().equals(name))
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private static void isAmong(Set<String> defined, String name) {
    if (!name.isEmpty()) {
      assertThat(defined).contains(name);
    }
  }

  private static void isIn(Set<String> defined, Element entry, String attribute) {
    for (String member : members(entry, attribute)) {
      if (!Set.of("any", "application-default").contains(member)) {
        assertThat(defined).as(attribute + " of " + entry.getAttribute("name")).contains(member);
      }
    }
  }
}
