package org.firebreak.core.validation;

import java.util.List;
import java.util.Set;
import org.firebreak.core.validation.RoleNeed.End;

/** The needs of the shipped profiles. */
public final class RoleNeeds {
  /** Names of hosts. */
  public static final RoleNeed NAME_RESOLUTION =
      any(
          "name-resolution",
          "name resolution",
          End.CLIENT,
          "udp/53",
          "tcp/53",
          "dns-over-tls",
          "dns-over-quic");

  /** Kerberos, certificates and the evidence of logs need clocks that agree. */
  public static final RoleNeed TIME =
      any("time", "time synchronisation", End.CLIENT, "ntp", "nts-ke", "ptp");

  /** Events leave the server before an intruder can delete them. */
  public static final RoleNeed LOG =
      any(
          "log",
          "log collection",
          End.CLIENT,
          "syslog",
          "syslog-tls",
          "beats",
          "fluentd",
          "gelf",
          "splunk",
          "splunk-hec",
          "loki",
          "otlp",
          "otlp-http",
          "wazuh");

  /** Pulled from the server, or pushed by its agent. */
  public static final RoleNeed MONITORING =
      any(
          "monitoring",
          "monitoring",
          End.EITHER,
          "snmp",
          "snmp-trap",
          "node-exporter",
          "windows-exporter",
          "jmx-exporter",
          "zabbix-agent",
          "zabbix-server",
          "nrpe",
          "nsclient",
          "icinga",
          "checkmk-agent",
          "munin",
          "collectd",
          "scom",
          "otlp");

  /** From a repository, a proxy, or a configuration manager. */
  public static final RoleNeed UPDATES =
      any(
          "updates",
          "software updates",
          End.CLIENT,
          "wsus",
          "wsus-https",
          "puppet",
          "salt",
          "squid",
          "http",
          "https");

  /** Members of an Active Directory domain cannot log anybody on without it. */
  public static final RoleNeed WINDOWS_DIRECTORY =
      new RoleNeed(
          "directory",
          "the directory (Kerberos, LDAP)",
          Set.of(),
          Set.of("windows server"),
          End.CLIENT,
          List.of("kerberos", "ldap", "ldaps", "global-catalog", "global-catalog-tls"),
          FindingSeverity.INFO);

  /** What cannot be installed again from elsewhere. */
  public static final RoleNeed BACKUP =
      new RoleNeed(
          "backup",
          "backup",
          Set.of("database", "directory", "file-server", "mail"),
          Set.of(),
          End.EITHER,
          List.of(
              "netbackup",
              "netbackup-vnetd",
              "netbackup-bprd",
              "netbackup-bpcd",
              "commvault",
              "veeam-transport",
              "veeam-backup-service",
              "veeam-agent",
              "networker",
              "storage-protect",
              "avamar",
              "data-domain",
              "bacula",
              "bacula-file",
              "bacula-storage",
              "ndmp",
              "dpm",
              "rubrik",
              "amanda",
              "proxmox-backup"),
          FindingSeverity.WARNING);

  /** What nearly every data centre expects of its servers. */
  public static final List<RoleNeed> BASELINE =
      List.of(NAME_RESOLUTION, TIME, LOG, MONITORING, UPDATES, WINDOWS_DIRECTORY, BACKUP);

  private RoleNeeds() {}

  private static RoleNeed any(String id, String title, End end, String... services) {
    return new RoleNeed(
        id, title, Set.of(), Set.of(), end, List.of(services), FindingSeverity.INFO);
  }
}
