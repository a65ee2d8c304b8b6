package org.firebreak.core.template;

import org.firebreak.model.Design;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.HaMode;
import org.firebreak.model.Risk;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;

/** Perimeter, application and data, one after the other, and what runs them. */
final class ThreeTier {

  private ThreeTier() {}

  static void fill(TemplateBuilder to) {
    Design design = to.design();
    design.getStrategy().setKind(StrategyKind.GROUP);
    Zone perimeter = to.zone(design, "Perimeter", TrustLevel.PERIMETER, "10.10.1.0/24");
    Zone application = to.zone(design, "Application", TrustLevel.INTERNAL, "10.10.2.0/23");
    Zone data = to.zone(design, "Data", TrustLevel.DATA, "10.10.4.0/24");
    Zone management = to.zone(design, "Management", TrustLevel.MANAGEMENT, "10.10.9.0/24");
    ServerGroup balancers =
        to.internetFacing(to.group(perimeter, "lb", "load balancer", Risk.HIGH, "10.10.1.", 2));
    ServerGroup web = to.group(application, "web", "web server", Risk.MEDIUM, "10.10.2.", 3);
    ServerGroup app =
        to.group(application, "app", "application server", Risk.MEDIUM, "10.10.3.", 3);
    ServerGroup databases = to.group(data, "db", "database", Risk.CRITICAL, "10.10.4.", 2);
    ServerGroup jump = to.group(management, "jump", "jump host", Risk.HIGH, "10.10.9.", 1);
    ServerGroup directory =
        to.group(management, "ldap", "directory", Risk.CRITICAL, "10.10.9.1", 2);
    ServerGroup log = to.group(management, "log", "log server", Risk.MEDIUM, "10.10.9.2", 1);
    ExternalNetwork internet = to.network("Internet", "0.0.0.0/0", "::/0");
    ExternalNetwork office = to.network("Office", "10.200.0.0/16");

    to.flow(internet, balancers, "Customers use the application", 400e6, "https");
    to.flow(balancers, web, "Balanced requests", 400e6, "https-alt");
    to.flow(web, app, "Business logic", 150e6, "https-alt");
    to.flow(app, databases, "Application data", 80e6, "postgresql");
    to.flow(app, directory, "Sign-on", 2e6, "ldaps");
    to.flow(office, jump, "Administrators", 5e6, "ssh");
    for (ServerGroup managed : new ServerGroup[] {balancers, web, app, databases}) {
      to.flow(jump, managed, "Administration by way of the jump host", 1e6, "ssh");
      to.flow(managed, log, "Event log", 3e6, "syslog-tls");
    }
    to.tripwire("Remote administration", Severity.HIGH, "ssh", "telnet");
    to.firewall(
        "Core firewall", HaMode.ACTIVE_PASSIVE, 2, perimeter, application, data, management);
  }
}
