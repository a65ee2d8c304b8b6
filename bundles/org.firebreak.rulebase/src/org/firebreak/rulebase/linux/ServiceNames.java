package org.firebreak.rulebase.linux;

import java.util.HashMap;
import java.util.Map;

/**
 * Names by which Linux rule sets call ports (IANA Service Name and Transport Protocol Port Number
 * Registry, {@code /etc/services}); those alone that mean one port whatever the protocol.
 */
public final class ServiceNames {
  private static final String NAMES =
      "ftp-data 20 ftp 21 ssh 22 telnet 23 smtp 25 domain 53 bootps 67 bootpc 68 tftp 69 http 80"
          + " www 80 kerberos 88 pop3 110 sunrpc 111 ntp 123 netbios-ns 137 netbios-dgm 138"
          + " netbios-ssn 139 imap2 143 imap 143 snmp 161 snmp-trap 162 snmptrap 162 bgp 179 ldap"
          + " 389 https 443 microsoft-ds 445 submissions 465 isakmp 500 syslog 514 submission 587"
          + " ipp 631 ldaps 636 dhcpv6-client 546 dhcpv6-server 547 domain-s 853 rsync 873 imaps"
          + " 993 pop3s 995 openvpn 1194 ms-sql-s 1433 ms-sql-m 1434 l2f 1701 radius 1812"
          + " radius-acct 1813 nfs 2049 mysql 3306 ms-wbt-server 3389 svn 3690 ipsec-nat-t 4500 sip"
          + " 5060 sip-tls 5061 xmpp-client 5222 xmpp-server 5269 mdns 5353 postgresql 5432 amqps"
          + " 5671 amqp 5672 redis 6379 git 9418";

  private static final Map<String, Integer> NUMBERS = numbers(NAMES.split(" "));

  private ServiceNames() {}

  private static Map<String, Integer> numbers(String[] words) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      numbers.put(words[i], Integer.valueOf(words[i + 1]));
    }
    return Map.copyOf(numbers);
  }

  /** Port by name. */
  public static Map<String, Integer> numbers() {
    return NUMBERS;
  }
}
