package org.firebreak.core.validation.rules.missing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.service.ServiceSyntax;
import org.firebreak.core.validation.facts.ServiceOverlap;
import org.firebreak.model.Protocol;

/**
 * Programs that run as several servers which keep each other's state, with the ports by which
 * clients know them and those that their members usually need among themselves. Defaults of the
 * makers; an installation may have others.
 */
enum ClusterKind {
  KUBERNETES("Kubernetes control plane", "tcp/6443", "tcp/2379-2380 tcp/6443 tcp/10250"),
  ETCD("etcd", "tcp/2379", "tcp/2379-2380"),
  CONSUL("Consul", "tcp/8500 tcp/8300", "tcp/8300 tcp/8301-8302 udp/8301-8302"),
  NOMAD("Nomad", "tcp/4646-4648", "tcp/4647-4648 udp/4648"),
  VAULT("Vault", "tcp/8200", "tcp/8200-8201"),
  ZOOKEEPER("ZooKeeper", "tcp/2181", "tcp/2181 tcp/2888 tcp/3888"),
  DOCKER_SWARM("Docker Swarm", "tcp/2377", "tcp/2377 tcp/7946 udp/7946 udp/4789"),
  ACTIVE_DIRECTORY(
      "Active Directory",
      "tcp/88 udp/88 tcp/3268",
      "tcp/53 udp/53 tcp/88 udp/88 tcp/135 tcp/389 udp/389 tcp/445 tcp/3268 tcp/49152-65535"),
  LDAP("LDAP directory", "tcp/389 tcp/636", "tcp/389 tcp/636"),
  GALERA("MySQL with Galera", "tcp/4567", "tcp/3306 tcp/4444 tcp/4567-4568 udp/4567"),
  MYSQL("MySQL or MariaDB", "tcp/3306 tcp/33060", "tcp/3306 tcp/33061"),
  POSTGRESQL("PostgreSQL", "tcp/5432", "tcp/5432"),
  MSSQL("Microsoft SQL Server", "tcp/1433", "tcp/5022 tcp/3343 udp/3343 tcp/445"),
  ORACLE("Oracle Database", "tcp/1521 tcp/2484", "tcp/1521"),
  DB2("Db2", "tcp/50000", "tcp/50000"),
  MONGODB("MongoDB", "tcp/27017-27019", "tcp/27017"),
  REDIS("Redis", "tcp/6379-6380", "tcp/6379 tcp/16379 tcp/26379"),
  CASSANDRA("Cassandra", "tcp/9042", "tcp/7000-7001"),
  ELASTICSEARCH("Elasticsearch or OpenSearch", "tcp/9200", "tcp/9300"),
  COUCHBASE("Couchbase", "tcp/8091-8096", "tcp/4369 tcp/8091-8096 tcp/11209-11210 tcp/21100"),
  COCKROACHDB("CockroachDB", "tcp/26257", "tcp/26257"),
  NEO4J("Neo4j", "tcp/7687 tcp/7474", "tcp/5000 tcp/6000 tcp/7000 tcp/7688"),
  CLICKHOUSE("ClickHouse", "tcp/8123", "tcp/9000 tcp/9009 tcp/9181 tcp/9234"),
  RABBITMQ("RabbitMQ", "tcp/5671-5672", "tcp/4369 tcp/25672"),
  KAFKA("Kafka", "tcp/9092-9093", "tcp/9092-9093"),
  NATS("NATS", "tcp/4222", "tcp/6222"),
  PULSAR("Pulsar", "tcp/6650-6651", "tcp/3181 tcp/6650"),
  ACTIVEMQ("ActiveMQ", "tcp/61616", "tcp/61616"),
  CEPH("Ceph", "tcp/3300 tcp/6789", "tcp/3300 tcp/6789 tcp/6800-6899"),
  GLUSTERFS("GlusterFS", "tcp/24007-24008", "tcp/24007-24008 tcp/49152-49251"),
  STORAGE_SCALE("Storage Scale", "tcp/1191", "tcp/1191"),
  LUSTRE("Lustre", "tcp/988", "tcp/988"),
  DRBD("DRBD", "tcp/7788-7799", "tcp/7788-7799"),
  HDFS("HDFS", "tcp/8020 tcp/9866", "tcp/8019 tcp/8485 tcp/9866"),
  VSAN("vSAN", "tcp/2233", "tcp/2233 udp/12321"),
  PACEMAKER("Pacemaker", "tcp/2224 udp/5404-5405", "tcp/2224 udp/5404-5405 tcp/3121"),
  FAILOVER_CLUSTER("Windows failover cluster", "tcp/3343 udp/3343", "tcp/445 tcp/3343 udp/3343"),
  HAZELCAST("Hazelcast", "tcp/5701", "tcp/5701"),
  INFINISPAN("Infinispan", "tcp/7800", "tcp/7800"),
  IGNITE("Ignite", "tcp/47100 tcp/47500", "tcp/47100 tcp/47500");

  /** A wider service does not say which program it is for. */
  private static final int SPECIFIC = 16;

  private final String title;
  private final List<ServiceMatch> offered;
  private final List<ServiceMatch> peers;

  ClusterKind(String title, String offered, String peers) {
    this.title = title;
    this.offered = parse(offered);
    this.peers = parse(peers);
  }

  private static List<ServiceMatch> parse(String services) {
    return Arrays.stream(services.split(" ")).map(ClusterKind::match).toList();
  }

  private static ServiceMatch match(String service) {
    int slash = service.indexOf('/');
    Protocol protocol = ServiceSyntax.protocol(service.substring(0, slash)).orElseThrow();
    return ServiceMatch.of(protocol, PortSet.parse(service.substring(slash + 1)));
  }

  /** The program by which a service is usually offered; the first that fits. */
  static Optional<ClusterKind> of(ServiceMatch service) {
    return service.isAny() || service.ports().size() > SPECIFIC
        ? Optional.empty()
        : Arrays.stream(values()).filter(kind -> kind.isOffered(service)).findFirst();
  }

  private boolean isOffered(ServiceMatch service) {
    for (ServiceMatch known : offered) {
      if (ServiceOverlap.meet(known, service)) {
        return true;
      }
    }
    return false;
  }

  /** Name for people. */
  String title() {
    return title;
  }

  /** What members usually need among themselves. */
  List<ServiceMatch> peers() {
    return peers;
  }
}
