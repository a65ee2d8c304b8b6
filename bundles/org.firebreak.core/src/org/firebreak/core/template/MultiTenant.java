package org.firebreak.core.template;

import java.util.Locale;
import org.firebreak.model.Design;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.HaMode;
import org.firebreak.model.Risk;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;

/** Tenants that use the same addresses, and what they share. */
final class MultiTenant {

  private MultiTenant() {}

  static void fill(TemplateBuilder to) {
    Design design = to.design();
    design.getStrategy().setKind(StrategyKind.GROUP);
    // What is shared belongs to no tenant, so that each of them reaches it.
    Zone shared = to.zone(design, "Shared services", TrustLevel.MANAGEMENT, "10.0.0.0/24");
    ServerGroup dns = to.group(shared, "dns", "name server", Risk.HIGH, "10.0.0.", 2);
    ServerGroup time = to.group(shared, "ntp", "time server", Risk.MEDIUM, "10.0.0.1", 2);
    ServerGroup backup = to.group(shared, "backup", "backup server", Risk.CRITICAL, "10.0.0.2", 1);
    ExternalNetwork internet = to.network("Internet", "0.0.0.0/0", "::/0");
    Zone red = tenant(to, "Red", internet, dns, time, backup);
    Zone blue = tenant(to, "Blue", internet, dns, time, backup);
    to.tripwire("Remote administration", Severity.HIGH, "ssh", "telnet");
    to.tripwire("File sharing", Severity.MEDIUM, "smb");
    to.firewall("Tenant firewall", HaMode.CLUSTER, 3, red, blue, shared);
  }

  /** The addresses are the same for each: a tenant has its own routing domain. */
  private static Zone tenant(
      TemplateBuilder to,
      String name,
      ExternalNetwork internet,
      ServerGroup dns,
      ServerGroup time,
      ServerGroup backup) {
    Tenant tenant = to.tenant(name);
    String prefix = name.toLowerCase(Locale.ROOT) + "-";
    Zone whole = to.zone(to.design(), "Tenant " + name, TrustLevel.INTERNAL, "10.64.0.0/16");
    whole.setTenant(tenant);
    Zone front = to.zone(whole, name + " front", TrustLevel.PERIMETER, "10.64.1.0/24");
    Zone middle = to.zone(whole, name + " application", TrustLevel.INTERNAL, "10.64.3.0/24");
    Zone back = to.zone(whole, name + " back", TrustLevel.DATA, "10.64.2.0/24");
    front.setTenant(tenant);
    middle.setTenant(tenant);
    back.setTenant(tenant);
    ServerGroup web =
        to.internetFacing(to.group(front, prefix + "web", "web server", Risk.HIGH, "10.64.1.", 2));
    ServerGroup app =
        to.group(middle, prefix + "app", "application server", Risk.MEDIUM, "10.64.3.", 2);
    ServerGroup databases = to.group(back, prefix + "db", "database", Risk.CRITICAL, "10.64.2.", 2);
    to.flow(internet, web, "Customers of the tenant", 100e6, "https");
    to.flow(web, app, "Requests of customers", 80e6, "https-alt");
    to.flow(app, databases, "Application data", 30e6, "postgresql");
    for (ServerGroup group : new ServerGroup[] {web, app, databases}) {
      to.flow(group, dns, "Name resolution", 1e6, "dns");
      to.flow(group, time, "Clock synchronisation", 1e5, "ntp");
    }
    to.flow(databases, backup, "Nightly backup", 200e6, "https-alt");
    return whole;
  }
}
