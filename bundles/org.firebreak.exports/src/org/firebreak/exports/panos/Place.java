package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a configuration goes: a vsys of a firewall, or a device group and a template of Panorama.
 *
 * @param deviceGroup device group; {@code null} for a firewall
 * @param template template of zones and mail servers; {@code null} for a firewall
 * @param vsys {@code vsys1} and so on, of the firewall or of the template
 * @param manyVsys whether the firewall has several, so that commands name it
 */
record Place(String deviceGroup, String template, String vsys, boolean manyVsys) {
  private static final String DEVICE = "@localhost.localdomain";

  boolean isPanorama() {
    return deviceGroup != null;
  }

  /** Whether entries stand in the template, not in the device group. */
  private boolean isInTemplate(Section section) {
    return isPanorama() && (section == Section.ZONE || section == Section.MAIL);
  }

  /** The words of a command before the name of an entry. */
  List<String> words(Section section) {
    List<String> words = new ArrayList<>();
    if (isInTemplate(section)) {
      words.addAll(List.of("template", template, "config", "vsys", vsys));
    } else if (isPanorama()) {
      words.addAll(List.of("device-group", deviceGroup));
    } else if (manyVsys) {
      words.addAll(List.of("vsys", vsys));
    }
    words.addAll(path(section));
    return words;
  }

  /** The elements around an entry below the root; named entries begin with {@code @}. */
  List<String> elements(Section section) {
    List<String> elements = new ArrayList<>(List.of("devices", DEVICE));
    if (isInTemplate(section)) {
      elements.addAll(
          List.of("template", "@" + template, "config", "devices", DEVICE, "vsys", "@" + vsys));
    } else if (isPanorama()) {
      elements.addAll(List.of("device-group", "@" + deviceGroup));
    } else {
      elements.addAll(List.of("vsys", "@" + vsys));
    }
    elements.addAll(path(section));
    return elements;
  }

  private List<String> path(Section section) {
    if (!isPanorama() || !section.path().get(0).equals("rulebase")) {
      return section.path();
    }
    List<String> path = new ArrayList<>(section.path());
    path.set(0, section == Section.RULE ? "pre-rulebase" : "post-rulebase");
    return path;
  }

  /** Whether the sections of the template come first, so that no element is opened twice. */
  boolean templateFirst() {
    return isPanorama();
  }
}
