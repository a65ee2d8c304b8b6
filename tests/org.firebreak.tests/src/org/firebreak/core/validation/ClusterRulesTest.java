package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.core.validation.Mended.assertMended;

import java.util.List;
import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.Segmentation;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterRulesTest {
  private final CleanDesign shop = new CleanDesign();

  private List<Finding> found(String rule) {
    return shop.validate().findings().stream().filter(one -> one.rule().equals(rule)).toList();
  }

  private ServerGroup micro(String name) {
    ServerGroup group = shop.group(shop.data, name, "10.0.3.1", "10.0.3.2");
    group.setSegmentation(Segmentation.MICRO);
    return group;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "tcp; 2379; etcd; tcp/2379-2380",
        "tcp; 2181; ZooKeeper; tcp/2888",
        "tcp; 8500; Consul; udp/8301-8302",
        "tcp; 9200; Elasticsearch; tcp/9300",
        "tcp; 5672; RabbitMQ; tcp/25672",
        "tcp; 27017; MongoDB; tcp/27017",
        "tcp; 1433; Microsoft SQL Server; tcp/5022",
        "tcp; 636; LDAP; tcp/636",
        "tcp; 24007; GlusterFS; tcp/24007-24008"
      })
  void clusterIsKnownByItsPort(String protocol, String ports, String title, String peer) {
    shop.flow(shop.web, micro("store"), shop.service("x", Protocol.get(protocol), ports));

    assertThat(found("FB-401"))
        .extracting(CleanDesign::line)
        .containsExactly("FB-401 warning store");
    assertThat(found("FB-401").get(0).message()).contains(title, peer);
    assertMended(shop, "FB-401");
  }

  @Test
  void portsThatAreChosenAtRunTimeAreNotProposed() {
    shop.flow(shop.web, micro("dc"), shop.service("kerberos", Protocol.TCP, "88"));

    assertThat(found("FB-401").get(0).message()).contains("Active Directory");
    assertThat(Mended.labels(shop, "FB-401")).isEmpty();
  }

  @Test
  void intraGroupFlowIsProposedWithTheServicesOfTheDesign() {
    ServerGroup store = micro("store");
    shop.flow(shop.web, store, shop.postgresql);

    Mended.apply(shop, "FB-401");
    Flow flow = shop.design.getFlows().get(shop.design.getFlows().size() - 1);
    assertThat(flow.getSource()).isSameAs(store);
    assertThat(flow.getDestination()).isSameAs(store);
    assertThat(flow.getServices()).containsExactly(shop.postgresql);
    assertThat(found("FB-401")).isEmpty();
  }

  @Test
  void roleTellsAClusterWhosePortsAreUnknown() {
    ServerGroup store = micro("store");
    shop.flow(shop.web, store, shop.service("x", Protocol.TCP, "12345"));
    assertThat(found("FB-401")).extracting(CleanDesign::line).containsExactly("FB-401 info store");

    store.setRole("message broker");
    assertThat(found("FB-401"))
        .extracting(CleanDesign::line)
        .containsExactly("FB-401 warning store");
    assertThat(Mended.labels(shop, "FB-401")).isEmpty();
  }

  @Test
  void manyGroupsThatRunNoClusterAreFoundTogether() {
    shop.options = shop.options.withStrategy(StrategyKind.MICRO);
    shop.flow(shop.db, shop.db, shop.postgresql);
    for (int i = 3; i < 6; i++) {
      shop.group(shop.front, "job" + i, "10.0." + i + ".1", "10.0." + i + ".2");
    }

    assertThat(found("FB-401"))
        .extracting(CleanDesign::line)
        .containsExactly("FB-401 info web, job3, job4, job5");
    assertThat(Mended.labels(shop, "FB-401")).isEmpty();
  }

  @Test
  void flowToAWholeZoneDoesNotTellWhatAGroupRuns() {
    micro("workers");
    shop.flow(shop.web, shop.data, shop.postgresql);

    assertThat(found("FB-401"))
        .extracting(CleanDesign::line)
        .containsExactly("FB-401 info workers");
  }

  @Test
  void replicationBetweenTwoDatabasesHasToBeTurnedRound() {
    ServerGroup standby = shop.group(shop.data, "standby", "10.0.3.1");
    standby.setRole("database");
    Service mirroring = shop.service("mssql-mirroring", Protocol.TCP, "5022");
    Flow flow = shop.flow(standby, shop.db, mirroring);

    assertThat(found("FB-019"))
        .extracting(CleanDesign::line)
        .containsExactly("FB-019 info standby → db");
    assertMended(shop, "FB-019");

    flow.setSource(shop.web);
    assertThat(found("FB-019")).isEmpty();
  }

  @Test
  void otherServiceBetweenDatabasesIsNoReplication() {
    ServerGroup standby = shop.group(shop.data, "standby", "10.0.3.1");
    standby.setRole("database");
    Service https = shop.service("https", Protocol.TCP, "443");
    shop.flow(standby, shop.db, https);

    assertThat(found("FB-019")).isEmpty();
  }

  @Test
  void membersOfAGroupThatTalksFreelyNeedNoFlowBack() {
    Flow flow =
        shop.flow(shop.db.getServers().get(0), shop.db.getServers().get(1), shop.postgresql);
    assertThat(found("FB-019")).isEmpty();

    shop.db.setSegmentation(Segmentation.MICRO);
    assertThat(found("FB-019"))
        .extracting(CleanDesign::line)
        .containsExactly("FB-019 info db1 → db2");

    flow.setSource(shop.db);
    flow.setDestination(shop.db);
    assertThat(found("FB-019")).isEmpty();
  }
}
