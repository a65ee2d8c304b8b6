package org.firebreak.core.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.model.FirebreakPackage.Literals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.FirebreakPackage;
import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.ServerKind;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class ModelDescriptionsTest {
  /** Not for editing by hand, and why. */
  private static final Set<EStructuralFeature> NOT_EDITED =
      Set.of(
          Literals.ELEMENT__ID, // never changes
          Literals.DESIGN__FORMAT_VERSION, // belongs to the file
          Literals.ACCEPTED_FINDING__ELEMENTS, // what was found, not what is accepted
          Literals.DIAGRAM_NODE__ELEMENT, // what a node shows is chosen on the diagram
          Literals.DIAGRAM_NODE__X, // places are changed on the diagram
          Literals.DIAGRAM_NODE__Y,
          Literals.DIAGRAM_NODE__WIDTH,
          Literals.DIAGRAM_NODE__HEIGHT);

  /** Parts of other elements, which are edited with them. */
  private static final Set<EClass> PARTS =
      Set.of(
          Literals.LABEL,
          Literals.BENDPOINT,
          Literals.DIAGRAM_CONNECTION,
          Literals.FIGURE_SOURCE,
          Literals.PARAMETER_SETTING);

  @Test
  void everyFeatureOfEveryClassCanBeEditedOrIsNamedAsNotForEditing() {
    List<String> forgotten = new ArrayList<>();
    for (EClass type : classes()) {
      Set<EStructuralFeature> described = new HashSet<>(NOT_EDITED);
      ModelDescriptions.properties(type).forEach(property -> described.add(property.feature()));
      for (EStructuralFeature feature : type.getEAllStructuralFeatures()) {
        boolean child = feature instanceof EReference reference && reference.isContainment();
        if (!child && !described.contains(feature) && !isOrigin(feature)) {
          forgotten.add(type.getName() + "." + feature.getName());
        }
      }
    }
    assertThat(forgotten).isEmpty();
  }

  /** Shown where imports create elements of the class. */
  private static boolean isOrigin(EStructuralFeature feature) {
    return feature == Literals.NAMED_ELEMENT__ORIGIN
        || feature == Literals.NAMED_ELEMENT__NAME
        || feature == Literals.NAMED_ELEMENT__DESCRIPTION;
  }

  @Test
  void everyPropertyHasWordsAndStandsOnATab() {
    for (EClass type : classes()) {
      for (Property property : ModelDescriptions.properties(type)) {
        assertThat(property.label()).as(type.getName()).isNotBlank();
        assertThat(property.help()).as(property.label()).endsWith(".");
        assertThat(property.category()).as(property.label()).isNotBlank();
        EClass owner = property.via() == null ? type : property.via().getEReferenceType();
        assertThat(owner.getEAllStructuralFeatures()).contains(property.feature());
      }
    }
  }

  @Test
  void tabsComeInReadingOrder() {
    assertThat(ModelDescriptions.categories(Literals.FLOW))
        .containsExactly("Flow", "Traffic", "Inspection", "Governance");
    assertThat(ModelDescriptions.categories(Literals.SERVER))
        .containsExactly("Server", "System", "Labels");
  }

  @Test
  void everyClassHasANameAndAnIcon() {
    for (EClassifier classifier : FirebreakPackage.eINSTANCE.getEClassifiers()) {
      if (classifier instanceof EClass type && !type.isAbstract()) {
        assertThat(ModelDescriptions.kind(type)).isNotBlank();
        assertThat(ModelDescriptions.kinds(type)).isNotBlank();
        assertThat(ModelDescriptions.icons()).contains(ModelDescriptions.icon(type));
      }
    }
  }

  @Test
  void everyLiteralHasWords() {
    for (EClassifier classifier : FirebreakPackage.eINSTANCE.getEClassifiers()) {
      if (classifier instanceof EEnum type) {
        List<String> words =
            type.getELiterals().stream()
                .map(EEnumLiteral::getInstance)
                .map(ModelDescriptions::text)
                .toList();
        assertThat(words).as(type.getName()).doesNotHaveDuplicates();
      }
    }
    assertThat(ModelDescriptions.text((Enumerator) ServerKind.BARE_METAL)).isEqualTo("Bare metal");
  }

  @Test
  void flowIsCalledByItsEndsUntilItHasAName() {
    Flow flow = NewElements.flow(NewElements.group("app"), NewElements.server("pay1"));
    assertThat(ModelDescriptions.label(flow)).isEqualTo("app → pay1");
    assertThat(ModelDescriptions.detail(flow)).isEqualTo("any service");

    flow.setName("payments");
    flow.getServices().add(NewElements.service("https"));
    assertThat(ModelDescriptions.label(flow)).isEqualTo("payments");
    assertThat(ModelDescriptions.detail(flow)).isEqualTo("https");
  }

  @Test
  void flowWithoutAnEndSaysSo() {
    Flow flow = NewElements.flow(null, NewElements.server("pay1"));
    assertThat(ModelDescriptions.label(flow)).isEqualTo("(none) → pay1");
  }

  @Test
  void elementWithoutANameIsCalledByItsKind() {
    assertThat(ModelDescriptions.label(NewElements.group(null)))
        .isEqualTo("(unnamed server group)");
  }

  @Test
  void zoneCountsServersAtEveryDepth() {
    Zone outer = NewElements.zone("outer");
    Zone inner = NewElements.zone("inner");
    ServerGroup group = NewElements.group("db");
    group.getServers().add(NewElements.server("db1"));
    inner.getGroups().add(group);
    outer.getZones().add(inner);
    assertThat(ModelDescriptions.detail(outer)).isEqualTo("1 server");
    outer.getServers().add(NewElements.server("lone"));
    assertThat(ModelDescriptions.detail(outer)).isEqualTo("2 servers");
  }

  @Test
  void iconFollowsTheKindOfMachineAndOfEnforcement() {
    Server server = NewElements.server("a");
    server.setKind(ServerKind.CONTAINER_HOST);
    assertThat(ModelDescriptions.icon(server)).isEqualTo("server-container");
    EnforcementPoint point = NewElements.enforcementPoint("hosts", EnforcementKind.HOST);
    assertThat(ModelDescriptions.icon(point)).isEqualTo("enforcement-host");
  }

  @Test
  void detailOfAServiceIsProtocolAndPorts() {
    Service service = NewElements.service("https");
    service.setProtocol(Protocol.TCP);
    service.setPorts("443");
    assertThat(ModelDescriptions.detail(service)).isEqualTo("tcp/443");
    Service ping = NewElements.service("ping");
    ping.setProtocol(Protocol.ICMP);
    ping.setIcmpType(8);
    assertThat(ModelDescriptions.detail(ping)).isEqualTo("icmp type 8");
  }

  private static List<EClass> classes() {
    return FirebreakPackage.eINSTANCE.getEClassifiers().stream()
        .filter(EClass.class::isInstance)
        .map(EClass.class::cast)
        .filter(type -> !type.isAbstract() && !PARTS.contains(type))
        .toList();
  }
}
