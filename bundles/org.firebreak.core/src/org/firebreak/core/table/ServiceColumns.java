package org.firebreak.core.table;

import static org.firebreak.model.FirebreakPackage.Literals;

import java.util.List;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.firebreak.model.Service;

/** What is known of services. */
final class ServiceColumns {

  private ServiceColumns() {}

  static List<TableColumn> all() {
    return List.of(
        of(Literals.NAMED_ELEMENT__NAME, 160),
        of(Literals.SERVICE__PROTOCOL, 110),
        of(Literals.SERVICE__PORTS, 140),
        of(Literals.SERVICE__ICMP_TYPE, 90),
        of(Literals.SERVICE__ICMP_CODE, 90),
        of(Literals.SERVICE__APPLICATION, 140),
        of(Literals.SERVICE__ENCRYPTION, 110),
        of(Literals.SERVICE__CATEGORY, 130),
        TableColumn.count(
            "uses",
            "Used by flows",
            "How many flows use the service.",
            110,
            (row, data) -> data.uses((Service) row)),
        TableColumn.computed(
            "finding",
            "Worst finding",
            "The worst that the rules find.",
            260,
            (row, data) -> data.finding((Service) row)));
  }

  private static TableColumn of(EStructuralFeature feature, int width) {
    return PropertyColumns.of(Literals.SERVICE, feature, width);
  }
}
