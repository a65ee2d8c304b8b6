package org.firebreak.core.matrix;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/** The heads of rows and columns, and which of them an endpoint covers. */
final class MatrixAxis {
  private final MatrixKind kind;
  private final List<Endpoint> heads = new ArrayList<>();
  private final Map<EObject, Integer> index = new IdentityHashMap<>();
  private final Map<EObject, int[]> covered = new IdentityHashMap<>();
  private final List<String> labels = new ArrayList<>();

  MatrixAxis(MatrixKind kind, Design design) {
    this.kind = kind;
    addAll(design, "");
    design.getExternalNetworks().forEach(network -> add(network, ModelDescriptions.label(network)));
  }

  private void addAll(Container container, String path) {
    if (kind == MatrixKind.GROUPS) {
      container.getGroups().forEach(group -> add(group, path + ModelDescriptions.label(group)));
      if (container instanceof Zone zone && !zone.getServers().isEmpty()) {
        add(zone, path + "single servers");
      }
    }
    for (Zone zone : container.getZones()) {
      String name = path + ModelDescriptions.label(zone);
      if (kind == MatrixKind.ZONES) {
        add(zone, name);
      }
      addAll(zone, name + " / ");
    }
    if (container instanceof Design design && !design.getServers().isEmpty()) {
      // Servers and groups in no zone have no head; each such server is one of its own.
      design.getServers().forEach(server -> add(server, ModelDescriptions.label(server)));
    }
    if (kind == MatrixKind.ZONES && container instanceof Design design) {
      design.getGroups().forEach(group -> add(group, ModelDescriptions.label(group)));
    }
  }

  private void add(Endpoint head, String label) {
    index.put(head, heads.size());
    heads.add(head);
    labels.add(label);
  }

  List<Endpoint> heads() {
    return heads;
  }

  List<String> labels() {
    return labels;
  }

  /** Numbers of the heads of which members are members of the endpoint. */
  int[] covered(Endpoint endpoint) {
    return covered.computeIfAbsent(endpoint, key -> compute(endpoint));
  }

  private int[] compute(Endpoint endpoint) {
    List<Integer> found = new ArrayList<>();
    if (endpoint instanceof Zone zone) {
      addInside(zone, found);
    }
    if (found.isEmpty()) {
      for (EObject at = endpoint; at instanceof Element; at = at.eContainer()) {
        Integer head = index.get(at);
        if (head != null) {
          found.add(head);
          break;
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private void addInside(Zone zone, List<Integer> found) {
    addHead(zone, found);
    for (ServerGroup group : zone.getGroups()) {
      addHead(group, found);
    }
    for (Server server : zone.getServers()) {
      addHead(server, found);
    }
    zone.getZones().forEach(inner -> addInside(inner, found));
  }

  private void addHead(Endpoint endpoint, List<Integer> found) {
    Integer head = index.get(endpoint);
    if (head != null) {
      found.add(head);
    }
  }
}
