package org.firebreak.ui.sizing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.FirebreakFactory;
import org.firebreak.model.HaMode;
import org.firebreak.model.ParameterSetting;
import org.firebreak.model.io.NewElements;

/** What the Sizing page changes in the design; each is one step that can be undone. */
final class SizingEdits {
  private final DesignDocument document;

  SizingEdits(DesignDocument document) {
    this.document = document;
  }

  /** Replaces the value; a source that is given for it stays. */
  void value(SizingParameter parameter, double value) {
    document.edit().run("Set " + parameter.label(), () -> setting(parameter).setValue(value));
  }

  /** Says where a value comes from; blank for nobody knows. */
  void source(SizingParameter parameter, String source) {
    String words = source.isBlank() ? null : source.strip();
    if (words == null && find(parameter).isEmpty()) {
      return;
    }
    document
        .edit()
        .run("Set Source of " + parameter.label(), () -> setting(parameter).setSource(words));
  }

  /** Takes the default again. */
  void reset(SizingParameter parameter) {
    document
        .edit()
        .run(
            "Reset " + parameter.label(),
            () -> design().getSizingParameters().removeAll(all(parameter)));
  }

  /** Takes all defaults again. */
  void resetAll() {
    document.edit().run("Reset Sizing Parameters", () -> design().getSizingParameters().clear());
  }

  /** Names the appliance that a firewall is to be; blank for none. */
  void appliance(ElementRef firewall, String name) {
    document
        .edit()
        .run(
            name.isBlank() ? "Choose No Appliance" : "Choose " + name,
            () -> point(firewall).setModel(name.isBlank() ? null : name));
  }

  /** Names the appliances of several firewalls. */
  void appliances(Map<ElementRef, String> names) {
    document
        .edit()
        .run(
            names.size() == 1
                ? "Choose " + names.values().iterator().next()
                : "Choose " + names.size() + " Appliances",
            () -> names.forEach((firewall, name) -> point(firewall).setModel(name)));
  }

  void mode(ElementRef firewall, HaMode mode) {
    document.edit().run("Set HA Mode", () -> point(firewall).setHaMode(mode));
  }

  void units(ElementRef firewall, int units) {
    document.edit().run("Set Units", () -> point(firewall).setUnits(units));
  }

  Optional<ParameterSetting> find(SizingParameter parameter) {
    return all(parameter).stream().findFirst();
  }

  Optional<EnforcementPoint> find(ElementRef firewall) {
    return design().getEnforcementPoints().stream()
        .filter(each -> firewall.id().equals(each.getId()))
        .findFirst();
  }

  private List<ParameterSetting> all(SizingParameter parameter) {
    return design().getSizingParameters().stream()
        .filter(each -> parameter.key().equals(each.getKey()))
        .toList();
  }

  private ParameterSetting setting(SizingParameter parameter) {
    return find(parameter)
        .orElseGet(
            () -> {
              ParameterSetting made = FirebreakFactory.eINSTANCE.createParameterSetting();
              made.setKey(parameter.key());
              made.setValue(parameter.standard());
              design().getSizingParameters().add(made);
              return made;
            });
  }

  /** A firewall that the policy only implies becomes one of the design. */
  private EnforcementPoint point(ElementRef firewall) {
    return find(firewall)
        .orElseGet(
            () -> {
              EnforcementPoint made =
                  NewElements.enforcementPoint(firewall.name(), EnforcementKind.CENTRAL);
              design().getEnforcementPoints().add(made);
              return made;
            });
  }

  private Design design() {
    return document.design();
  }
}
