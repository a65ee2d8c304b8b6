package org.firebreak.scene;

import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.FlowState;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;

/** The lab shop: 20 servers in 13 groups and 7 zones, 20 flows. */
public final class LabShop {

  private LabShop() {}

  public static Design create() {
    Designs d = new Designs("Lab shop");
    Zone clients = d.zone("clients", TrustLevel.EXTERNAL);
    d.group(clients, "cli", Risk.LOW, "10.99.1.10", "10.99.1.11", "10.99.2.20");
    Zone dmz = d.zone("dmz", TrustLevel.PERIMETER);
    ServerGroup lb = d.group(dmz, "lb", Risk.HIGH, "10.20.1.11", "10.20.1.12");
    for (Server server : lb.getServers()) {
      server.setInternetFacing(true);
    }
    Zone web = d.zone("web", TrustLevel.INTERNAL);
    d.group(web, "web", Risk.MEDIUM, "10.20.2.11", "10.20.2.12", "10.20.2.13");
    Zone app = d.zone("app", TrustLevel.INTERNAL);
    d.group(app, "app", Risk.MEDIUM, "10.20.3.11", "10.20.3.12");
    Zone data = d.zone("data", TrustLevel.DATA);
    d.group(data, "db", Risk.CRITICAL, "10.20.4.11", "10.20.4.12");
    d.group(data, "cache", Risk.LOW, "10.20.4.21");
    d.group(data, "mq", Risk.LOW, "10.20.4.31");
    Zone pci = d.zone("pci", TrustLevel.REGULATED);
    d.group(pci, "pay", Risk.CRITICAL, "10.20.5.11");
    Zone mgmt = d.zone("mgmt", TrustLevel.MANAGEMENT);
    d.group(mgmt, "dns", Risk.LOW, "10.20.9.53");
    d.group(mgmt, "mon", Risk.LOW, "10.20.9.20");
    d.group(mgmt, "log", Risk.LOW, "10.20.9.30");
    d.group(mgmt, "bkp", Risk.LOW, "10.20.9.40");
    d.group(mgmt, "jump", Risk.LOW, "10.20.9.10");
    d.external("*", "0.0.0.0/0", "::/0");
    d.flow("clients", "lb", "https");
    d.flow("lb", "web", "http-alt");
    d.flow("web", "app", "tcp/9000");
    d.flow("app", "cache1", "redis");
    d.flow("app", "db1", "postgres");
    d.flow("app", "mq1", "amqp");
    d.flow("app", "pay1", "tcp/8443");
    d.flow("db2", "db1", "postgres");
    d.flow("db1", "bkp1", "rsync");
    d.flow("mon1", "*", "tcp/9100");
    d.flow("web", "log1", "syslog");
    d.flow("app", "log1", "syslog");
    d.flow("db", "log1", "syslog");
    d.flow("web", "dns1", "dns");
    d.flow("app", "dns1", "dns");
    d.flow("db", "dns1", "dns");
    d.flow("jump1", "app", "ssh");
    d.flow("jump1", "db1", "ssh");
    d.flow("bkp1", "db2", "ssh").setState(FlowState.PROPOSED);
    d.flow("lb", "pay1", "tcp/8443").setState(FlowState.PROPOSED);
    return d.design();
  }

  /** Badges of the hybrid strategy. */
  public static Badge hybrid(Endpoint end) {
    if (end instanceof Server server) {
      return server.isInternetFacing() || server.getRisk() == Risk.CRITICAL
          ? Badge.MICRO
          : Badge.GROUP;
    }
    if (end instanceof ServerGroup group) {
      return group.getServers().isEmpty() ? Badge.GROUP : hybrid(group.getServers().get(0));
    }
    return Badge.NONE;
  }
}
