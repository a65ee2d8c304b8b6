package org.firebreak.core.table;

import static org.firebreak.model.FirebreakPackage.Literals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;

/** What is known of servers. */
final class ServerColumns {

  private ServerColumns() {}

  static List<TableColumn> all() {
    List<TableColumn> columns = new ArrayList<>();
    columns.add(of(Literals.NAMED_ELEMENT__NAME, 150));
    columns.add(
        placed(
            "zone",
            "Zone",
            "Innermost zone of the server.",
            (row, data) -> label(zone((Server) row)),
            data -> names(data.design(), Zone.class),
            ServerColumns::moveToZone));
    columns.add(
        placed(
            "group",
            "Group",
            "Group of the server; empty for none.",
            (row, data) -> row.eContainer() instanceof ServerGroup group ? label(group) : "",
            data -> names(data.design(), ServerGroup.class),
            ServerColumns::moveToGroup));
    columns.add(of(Literals.SERVER__ADDRESSES, 150));
    columns.add(of(Literals.SERVER__KIND, 120));
    columns.add(of(Literals.SERVER__OPERATING_SYSTEM, 140));
    columns.add(of(Literals.SERVER__RISK, 80));
    columns.add(of(Literals.SERVER__INTERNET_FACING, 110));
    columns.add(of(Literals.SERVER__SEGMENTATION, 140));
    columns.add(
        placed(
            "role",
            "Role",
            "Role of the server's group.",
            (row, data) ->
                row.eContainer() instanceof ServerGroup group && group.getRole() != null
                    ? group.getRole()
                    : "",
            null,
            null));
    columns.add(
        placed(
            "tenant",
            "Tenant",
            "Tenant, if not that of the zone.",
            (row, data) -> label(((Server) row).getTenant()),
            data -> data.design().getTenants().stream().map(ServerColumns::label).toList(),
            ServerColumns::setTenant));
    columns.add(of(Literals.ENDPOINT__LABELS, 160));
    columns.add(
        TableColumn.count(
            "in",
            "Flows in",
            "Flows that end at the server, its group or its zones.",
            75,
            (row, data) -> data.flowsIn((Server) row)));
    columns.add(
        TableColumn.count(
            "out",
            "Flows out",
            "Flows that start at the server, its group or its zones.",
            75,
            (row, data) -> data.flowsOut((Server) row)));
    columns.add(
        TableColumn.computed(
            "finding",
            "Worst finding",
            "The worst that the rules find.",
            240,
            (row, data) -> data.finding((Server) row)));
    return List.copyOf(columns);
  }

  private static TableColumn of(EStructuralFeature feature, int width) {
    return PropertyColumns.of(Literals.SERVER, feature, width);
  }

  private static TableColumn placed(
      String id,
      String title,
      String help,
      BiFunction<EObject, TableData, String> text,
      java.util.function.Function<TableData, List<String>> names,
      CellWriter writer) {
    CellInput input = names == null ? CellInput.TEXT : CellInput.completion(names);
    return new TableColumn(id, title, help, 120, input, text, null, writer);
  }

  private static String label(NamedElement element) {
    return element == null ? "" : ModelDescriptions.label(element);
  }

  static Zone zone(EObject element) {
    for (EObject at = element.eContainer(); at != null; at = at.eContainer()) {
      if (at instanceof Zone zone) {
        return zone;
      }
    }
    return null;
  }

  private static Runnable moveToZone(EObject row, String text, TableData data) {
    if (row.eContainer() instanceof ServerGroup group) {
      throw new IllegalArgumentException(
          "The server is in the zone of its group " + label(group) + "; change the group instead");
    }
    Container target =
        text.isBlank() ? data.design() : only(all(data.design(), Zone.class), text, "zone");
    return () -> target.getServers().add((Server) row);
  }

  private static Runnable moveToGroup(EObject row, String text, TableData data) {
    Server server = (Server) row;
    if (text.isBlank()) {
      Zone zone = zone(row);
      Container target = zone == null ? data.design() : zone;
      return () -> target.getServers().add(server);
    }
    ServerGroup group = only(all(data.design(), ServerGroup.class), text, "group");
    return () -> {
      group.getServers().add(server);
      // A member is a row of its group's card: it needs no node of its own.
      for (Diagram diagram : data.design().getDiagrams()) {
        diagram.getNodes().removeIf(node -> node.getElement() == server);
      }
    };
  }

  private static Runnable setTenant(EObject row, String text, TableData data) {
    Tenant tenant = text.isBlank() ? null : only(data.design().getTenants(), text, "tenant");
    return () -> ((Server) row).setTenant(tenant);
  }

  private static <T extends NamedElement> T only(List<T> candidates, String text, String kind) {
    List<T> found =
        candidates.stream().filter(each -> label(each).equalsIgnoreCase(text.strip())).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          (found.isEmpty() ? "No " : "More than one ") + kind + " is called " + text.strip());
    }
    return found.get(0);
  }

  private static List<String> names(Design design, Class<? extends NamedElement> type) {
    return all(design, type).stream()
        .map(ServerColumns::label)
        .distinct()
        .sorted(NaturalOrder.TEXT)
        .toList();
  }

  private static <T extends NamedElement> List<T> all(Design design, Class<T> type) {
    List<T> all = new ArrayList<>();
    TreeIterator<EObject> inside = EcoreUtil.getAllContents(design, false);
    while (inside.hasNext()) {
      EObject each = inside.next();
      if (type.isInstance(each)) {
        all.add(type.cast(each));
      }
      if (!(each instanceof Zone)) {
        inside.prune();
      }
    }
    return all;
  }
}
