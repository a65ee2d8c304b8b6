package org.firebreak.imports.inventory;

import java.util.Map;
import org.firebreak.model.Risk;
import org.firebreak.model.Segmentation;
import org.firebreak.model.ServerKind;

/** Words of inventories for the closed lists of the model, normalised like headers. */
final class ServerWords {
  static final Map<String, ServerKind> KINDS =
      Map.ofEntries(
          Map.entry("virtualmachine", ServerKind.VIRTUAL_MACHINE),
          Map.entry("virtual", ServerKind.VIRTUAL_MACHINE),
          Map.entry("vm", ServerKind.VIRTUAL_MACHINE),
          Map.entry("guest", ServerKind.VIRTUAL_MACHINE),
          Map.entry("baremetal", ServerKind.BARE_METAL),
          Map.entry("physical", ServerKind.BARE_METAL),
          Map.entry("hardware", ServerKind.BARE_METAL),
          Map.entry("containerhost", ServerKind.CONTAINER_HOST),
          Map.entry("container", ServerKind.CONTAINER_HOST),
          Map.entry("kubernetesnode", ServerKind.CONTAINER_HOST),
          Map.entry("k8snode", ServerKind.CONTAINER_HOST));

  static final Map<String, Risk> RISKS =
      Map.of(
          "low", Risk.LOW,
          "medium", Risk.MEDIUM,
          "moderate", Risk.MEDIUM,
          "high", Risk.HIGH,
          "critical", Risk.CRITICAL,
          "veryhigh", Risk.CRITICAL);

  static final Map<String, Segmentation> SEGMENTATIONS =
      Map.of(
          "inherit", Segmentation.INHERIT,
          "group", Segmentation.GROUP,
          "micro", Segmentation.MICRO,
          "microsegmentation", Segmentation.MICRO);

  private ServerWords() {}
}
