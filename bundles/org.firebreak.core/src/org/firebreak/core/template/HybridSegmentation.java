package org.firebreak.core.template;

import org.firebreak.model.Design;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.HaMode;
import org.firebreak.model.Risk;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.ServerKind;
import org.firebreak.model.Severity;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;

/** Servers at risk are separated from every other, the rest between groups. */
final class HybridSegmentation {

  private HybridSegmentation() {}

  static void fill(TemplateBuilder to) {
    Design design = to.design();
    Strategy strategy = design.getStrategy();
    strategy.setKind(StrategyKind.HYBRID);
    strategy.setMicroRisk(Risk.HIGH);
    strategy.setMicroInternetFacing(true);
    Zone perimeter = to.zone(design, "Perimeter", TrustLevel.PERIMETER, "10.30.1.0/24");
    Zone platform = to.zone(design, "Platform", TrustLevel.INTERNAL, "10.30.2.0/23");
    Zone regulated = to.zone(design, "Card data", TrustLevel.REGULATED, "10.30.8.0/24");
    Zone management = to.zone(design, "Management", TrustLevel.MANAGEMENT, "10.30.9.0/24");
    ServerGroup gateways =
        to.internetFacing(to.group(perimeter, "gw", "API gateway", Risk.HIGH, "10.30.1.", 2));
    ServerGroup nodes =
        to.kind(
            to.group(platform, "node", "container host", Risk.MEDIUM, "10.30.2.", 4),
            ServerKind.CONTAINER_HOST);
    ServerGroup queues = to.group(platform, "mq", "message broker", Risk.MEDIUM, "10.30.3.", 3);
    ServerGroup payment = to.group(regulated, "pay", "payment", Risk.CRITICAL, "10.30.8.", 2);
    ServerGroup vault =
        to.kind(
            to.group(regulated, "carddb", "database", Risk.CRITICAL, "10.30.8.1", 2),
            ServerKind.BARE_METAL);
    ServerGroup jump = to.group(management, "jump", "jump host", Risk.HIGH, "10.30.9.", 1);
    ServerGroup monitors = to.group(management, "mon", "monitoring", Risk.MEDIUM, "10.30.9.1", 1);
    ExternalNetwork internet = to.network("Internet", "0.0.0.0/0", "::/0");
    ExternalNetwork cloud = to.network("Public cloud", "172.31.0.0/16");

    to.flow(internet, gateways, "Public interface", 300e6, "https");
    to.flow(nodes, cloud, "Services of the public cloud", 50e6, "https");
    to.flow(gateways, nodes, "Requests", 300e6, "https-alt");
    to.flow(nodes, queues, "Events", 60e6, "amqps");
    to.flow(nodes, payment, "Payments", 10e6, "https-alt");
    to.flow(payment, vault, "Card data", 5e6, "postgresql");
    to.flow(vault, vault, "Replication", 20e6, "postgresql");
    for (ServerGroup managed : new ServerGroup[] {gateways, nodes, queues, payment, vault}) {
      to.flow(jump, managed, "Administration by way of the jump host", 1e6, "ssh");
    }
    for (ServerGroup logging : new ServerGroup[] {gateways, nodes, payment, vault}) {
      to.flow(logging, monitors, "Event log", 3e6, "syslog-tls");
    }
    to.tripwire("Remote administration", Severity.HIGH, "ssh", "telnet");
    to.tripwire("Card data", Severity.CRITICAL, "postgresql");
    to.firewall(
        "Core firewall", HaMode.ACTIVE_PASSIVE, 2, perimeter, platform, regulated, management);
    to.hosts("Host firewalls");
  }
}
