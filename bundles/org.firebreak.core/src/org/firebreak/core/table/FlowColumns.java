package org.firebreak.core.table;

import static org.firebreak.model.FirebreakPackage.Literals;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Encryption;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;
import org.firebreak.model.library.ServiceLibrary;

/** What is known of flows: the port matrix. */
final class FlowColumns {

  private FlowColumns() {}

  static List<TableColumn> all() {
    return List.of(
        end(
            "source",
            "Source",
            "Client end: who opens the connection.",
            Flow::getSource,
            Flow::setSource),
        end(
            "destination",
            "Destination",
            "Server end: who accepts the connection.",
            Flow::getDestination,
            Flow::setDestination),
        services(),
        TableColumn.computed(
            "ports",
            "Protocol/ports",
            "Protocols and destination ports of the services.",
            150,
            (row, data) -> data.ports(((Flow) row).getServices())),
        of(Literals.FLOW__STATE, 90),
        of(Literals.FLOW__INSPECTION, 180),
        of(Literals.FLOW__LOG, 55),
        TableColumn.computed(
            "encryption",
            "Encryption",
            "Whether the services are encrypted on the wire.",
            100,
            (row, data) -> encryption((Flow) row)),
        of(Literals.FLOW__AVERAGE_BITS_PER_SECOND, 100),
        of(Literals.FLOW__PEAK_BITS_PER_SECOND, 100),
        of(Literals.FLOW__CONNECTIONS_PER_SECOND, 130),
        of(Literals.FLOW__OWNER, 120),
        of(Literals.FLOW__TICKET, 100),
        of(Literals.FLOW__JUSTIFICATION, 220),
        of(Literals.FLOW__REVIEW_ON, 100),
        of(Literals.FLOW__EXPIRES_ON, 100),
        TableColumn.computed(
            "finding",
            "Worst finding",
            "The worst that the rules find.",
            240,
            (row, data) -> data.finding((Flow) row)));
  }

  private static TableColumn of(EStructuralFeature feature, int width) {
    return PropertyColumns.of(Literals.FLOW, feature, width);
  }

  private static TableColumn end(
      String id,
      String title,
      String help,
      Function<Flow, Endpoint> end,
      BiConsumer<Flow, Endpoint> setter) {
    return new TableColumn(
        id,
        title,
        help,
        150,
        CellInput.completion(TableData::labels),
        (row, data) -> data.label(end.apply((Flow) row)),
        null,
        (row, text, data) -> {
          Endpoint found = data.names().find(text);
          return () -> setter.accept((Flow) row, found);
        });
  }

  private static TableColumn services() {
    return new TableColumn(
        "services",
        "Services",
        "Services that may be used, such as 443, https or tcp/8000-8010, udp/53.",
        150,
        CellInput.completion(FlowColumns::serviceNames),
        (row, data) -> data.services(((Flow) row).getServices()),
        null,
        (row, text, data) -> {
          ServicesText.check(text, data.design());
          return () -> ServicesText.set((Flow) row, text, data.design());
        });
  }

  private static List<String> serviceNames(TableData data) {
    return Stream.concat(
            data.design().getServices().stream().map(ModelDescriptions::label),
            ServiceLibrary.wellKnown().all().stream().map(service -> service.name()))
        .distinct()
        .sorted(NaturalOrder.TEXT)
        .toList();
  }

  private static String encryption(Flow flow) {
    List<Encryption> kinds =
        flow.getServices().stream().map(Service::getEncryption).distinct().toList();
    if (kinds.isEmpty()) {
      return ModelDescriptions.text(Encryption.UNKNOWN);
    }
    return kinds.size() == 1 ? ModelDescriptions.text(kinds.get(0)) : "Mixed";
  }
}
