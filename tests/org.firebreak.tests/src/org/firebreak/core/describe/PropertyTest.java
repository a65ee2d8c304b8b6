package org.firebreak.core.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firebreak.model.FirebreakPackage.Literals;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Label;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.Service;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class PropertyTest {

  @Test
  void throughputIsWrittenAndReadWithPrefixes() {
    Flow flow = NewElements.flow(null, null);
    write(flow, Literals.FLOW__AVERAGE_BITS_PER_SECOND, "240 Mbit/s");
    write(flow, Literals.FLOW__PEAK_BITS_PER_SECOND, "1.1G");
    assertThat(flow.getAverageBitsPerSecond()).isEqualTo(240e6);
    assertThat(flow.getPeakBitsPerSecond()).isEqualTo(1.1e9);
    assertThat(read(flow, Literals.FLOW__AVERAGE_BITS_PER_SECOND)).isEqualTo("240 Mbit/s");
    assertThat(read(flow, Literals.FLOW__PEAK_BITS_PER_SECOND)).isEqualTo("1.1 Gbit/s");
  }

  @Test
  void everyThroughputIsReadBackWithinAThousandth() {
    for (double value = 1; value < 1e13; value *= 7.3) {
      String text = Quantity.BITS_PER_SECOND.format(value);
      assertThat(Quantity.BITS_PER_SECOND.parse(text))
          .as(text)
          .isCloseTo(value, org.assertj.core.data.Percentage.withPercentage(0.1));
    }
  }

  @Test
  void emptyNumberIsUnknown() {
    Flow flow = NewElements.flow(null, null);
    flow.setConnectionsPerSecond(5.0);
    write(flow, Literals.FLOW__CONNECTIONS_PER_SECOND, " ");
    assertThat(flow.getConnectionsPerSecond()).isNull();
    assertThat(read(flow, Literals.FLOW__CONNECTIONS_PER_SECOND)).isEmpty();
  }

  @Test
  void nonsenseIsRefusedWithWhatIsExpected() {
    Flow flow = NewElements.flow(null, null);
    refuses(flow, Literals.FLOW__AVERAGE_BITS_PER_SECOND, "fast", "240 Mbit/s");
    refuses(flow, Literals.FLOW__AVERAGE_BITS_PER_SECOND, "-3", "240 Mbit/s");
    refuses(flow, Literals.FLOW__DECRYPTED_SHARE, "1.5", "from 0 to 1");
    refuses(flow, Literals.FLOW__EXPIRES_ON, "31.3.2027", "2027-03-31");
    refuses(flow, Literals.FLOW__HOURLY_PROFILE, "0.5 0.7", "24 or 168");
    Server server = NewElements.server("web1");
    refuses(server, Literals.NAMED_ELEMENT__NAME, "", "name is needed");
    refuses(server, Literals.SERVER__ADDRESSES, "10.0.0.1, 10.0.0.300", "10.0.0.300");
    refuses(server, Literals.SERVER__RISK, "enormous", "Low, Medium, High, Critical");
    Service service = NewElements.service("web");
    refuses(service, Literals.SERVICE__PORTS, "80-", "80-");
    refuses(service, Literals.SERVICE__ICMP_TYPE, "300", "from 0 to 255");
    refuses(service, Literals.SERVICE__ICMP_TYPE, "1.5", "whole number");
    refuses(NewElements.zone("dmz"), Literals.ZONE__TINT, "blue", "#EEF5FF");
    refuses(NewElements.tripwire("ssh"), Literals.TRIPWIRE__NOTIFY, "me", "e-mail");
  }

  @Test
  void wordsAreSeparatedByCommasOrBlanks() {
    Server server = NewElements.server("web1");
    write(server, Literals.SERVER__ADDRESSES, "10.0.0.1, 2001:db8::1;10.0.0.2");
    assertThat(server.getAddresses()).containsExactly("10.0.0.1", "2001:db8::1", "10.0.0.2");
    assertThat(read(server, Literals.SERVER__ADDRESSES))
        .isEqualTo("10.0.0.1, 2001:db8::1, 10.0.0.2");
  }

  @Test
  void choicesAreReadByWordsAndByLiteral() {
    Server server = NewElements.server("web1");
    write(server, Literals.SERVER__RISK, "high");
    assertThat(server.getRisk()).isEqualTo(Risk.HIGH);
    Property risk = property(server, Literals.SERVER__RISK);
    assertThat(risk.choices()).containsExactly(Risk.values());
  }

  @Test
  void daysAndSwitches() {
    Flow flow = NewElements.flow(null, null);
    write(flow, Literals.FLOW__EXPIRES_ON, "2027-03-31");
    assertThat(flow.getExpiresOn()).isEqualTo(LocalDate.of(2027, 3, 31));
    write(flow, Literals.FLOW__LOG, "yes");
    assertThat(flow.isLog()).isTrue();
  }

  @Test
  void labelsWhoseKeyStaysKeepTheirIdentity() {
    Server server = NewElements.server("web1");
    write(server, Literals.ENDPOINT__LABELS, "tier = web\nenv = test");
    Label tier = server.getLabels().get(0);
    write(server, Literals.ENDPOINT__LABELS, "tier = front\n\nowner = a=b");
    assertThat(server.getLabels()).hasSize(2);
    assertThat(server.getLabels().get(0)).isSameAs(tier);
    assertThat(read(server, Literals.ENDPOINT__LABELS)).isEqualTo("tier = front\nowner = a=b");
    refuses(server, Literals.ENDPOINT__LABELS, "tier", "tier = web");
    refuses(server, Literals.ENDPOINT__LABELS, "a = 1\na = 2", "Two labels");
  }

  @Test
  void strategyIsEditedOnTheDesign() {
    Design design = NewElements.design("shop");
    design.setStrategy(null);
    write(design, Literals.STRATEGY__KIND, "Hybrid");
    assertThat(design.getStrategy().getKind()).isEqualTo(StrategyKind.HYBRID);
    assertThat(design.getStrategy().getId()).isNotBlank();
    assertThat(read(design, Literals.STRATEGY__KIND)).isEqualTo("Hybrid");
  }

  @Test
  void referencesAreSetAsElementsAndWrittenAsLabels() {
    Flow flow = NewElements.flow(NewElements.group("app"), NewElements.server("pay1"));
    Service https = NewElements.service("https");
    property(flow, Literals.FLOW__SERVICES).set(flow, List.of(https));
    assertThat(flow.getServices()).containsExactly(https);
    assertThat(read(flow, Literals.FLOW__SERVICES)).isEqualTo("https");
    assertThat(read(flow, Literals.FLOW__SOURCE)).isEqualTo("app");
    refuses(flow, Literals.FLOW__SOURCE, "db", "chosen");
  }

  private static void refuses(
      EObject element, EStructuralFeature feature, String text, String because) {
    Property property = property(element, feature);
    assertThatThrownBy(() -> property.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because);
  }

  private static void write(EObject element, EStructuralFeature feature, String text) {
    Property property = property(element, feature);
    property.set(element, property.parse(text));
  }

  private static String read(EObject element, EStructuralFeature feature) {
    Property property = property(element, feature);
    return property.format(property.get(element));
  }

  private static Property property(EObject element, EStructuralFeature feature) {
    return ModelDescriptions.properties(element.eClass()).stream()
        .filter(property -> property.feature() == feature)
        .findFirst()
        .orElseThrow();
  }
}
