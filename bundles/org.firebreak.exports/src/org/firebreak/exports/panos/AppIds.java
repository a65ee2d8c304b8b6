package org.firebreak.exports.panos;

import java.util.Set;

/**
 * App-ID names that public configurations confirm. An unknown name makes a commit fail, so no other
 * is ever written.
 */
final class AppIds {
  private static final Set<String> CONFIRMED =
      Set.of(
          "active-directory",
          "active-directory-base",
          "bgp",
          "commvault",
          "dhcp",
          "dns",
          "dns-base",
          "ftp",
          "gre",
          "http2",
          "icmp",
          "imap",
          "informix",
          "ipsec-esp",
          "ipv6-icmp",
          "kerberos",
          "ldap",
          "ms-ds-smb",
          "ms-ds-smb-base",
          "ms-ds-smbv1",
          "ms-ds-smbv2",
          "ms-ds-smbv3",
          "ms-kms",
          "ms-netlogon",
          "ms-rdp",
          "ms-scheduler",
          "ms-service-controller",
          "ms-update",
          "ms-wmi",
          "msrpc",
          "msrpc-base",
          "mssql-db",
          "mssql-mon",
          "mysql",
          "netbios-dg",
          "netbios-ns",
          "netbios-ss",
          "nfs",
          "ntp",
          "ntp-base",
          "oracle",
          "ospf",
          "ping",
          "pop3",
          "postgres",
          "quic",
          "radius",
          "rtp",
          "sip",
          "smtp",
          "snmp",
          "snmp-trap",
          "soap",
          "ssh",
          "ssl",
          "syslog",
          "t.120",
          "telnet",
          "tftp",
          "traceroute",
          "vnc",
          "web-browsing",
          "webdav",
          "windows-remote-management",
          "zabbix");

  private AppIds() {}

  static boolean isConfirmed(String application) {
    return CONFIRMED.contains(application);
  }
}
