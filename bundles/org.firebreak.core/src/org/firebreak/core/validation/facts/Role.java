package org.firebreak.core.validation.facts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What servers are for, whatever word people use for it. */
public enum Role {
  DATABASE(
      "database",
      "db rdbms sql sql-server mssql postgres postgresql mysql mariadb oracle mongodb mongo"
          + " cassandra data-base database-server db-server"),
  CACHE("cache", "redis memcached session-cache cache-server"),
  BROKER("message-broker", "mq broker queue messaging message-queue kafka rabbitmq activemq"),
  DIRECTORY("directory", "dc ad ldap domain-controller active-directory identity-provider idm"),
  NAME_SERVER("name-server", "dns nameserver resolver dns-server name-resolution"),
  TIME_SERVER("time-server", "ntp time ntp-server"),
  MONITORING("monitoring", "mon monitor prometheus nagios zabbix icinga monitoring-server"),
  LOG_COLLECTOR(
      "log-collector", "log logs logging syslog siem log-server syslog-server splunk log-host"),
  BACKUP("backup", "bkp bak backups backup-server"),
  UPDATES("updates", "patch patching wsus repository mirror update-server patch-server"),
  JUMP_HOST("jump-host", "jump bastion jump-server jumphost admin-host"),
  FILE_SERVER("file-server", "file files fileserver nas nfs smb"),
  MAIL("mail", "smtp mail-relay mail-server mta exchange"),
  LOAD_BALANCER("load-balancer", "lb loadbalancer reverse-proxy adc"),
  WEB("web", "frontend front-end web-server www"),
  APPLICATION("application", "app app-server application-server backend middleware");

  private static final Set<Role> SERVING =
      EnumSet.of(DATABASE, CACHE, BROKER, DIRECTORY, NAME_SERVER, TIME_SERVER, FILE_SERVER);

  private static final Map<String, Role> BY_WORD = new HashMap<>();

  static {
    for (Role role : values()) {
      BY_WORD.put(role.word, role);
      role.synonyms.forEach(word -> BY_WORD.put(word, role));
    }
  }

  private final String word;
  private final List<String> synonyms;

  Role(String word, String synonyms) {
    this.word = word;
    this.synonyms = Arrays.asList(synonyms.split(" "));
  }

  /** The word for it in profiles: {@code database}, {@code name-server}. */
  public String word() {
    return word;
  }

  /** Whether such servers are there for others, so that they have no use without clients. */
  public boolean serves() {
    return SERVING.contains(this);
  }

  /**
   * The role that a word means, in any case; a number at its end and a plural do not matter: {@code
   * DB}, {@code Domain controllers}, {@code dns_2}.
   */
  public static Optional<Role> of(String text) {
    String key = key(text);
    Role role = BY_WORD.get(key);
    if (role == null && key.endsWith("s")) {
      role = BY_WORD.get(key.substring(0, key.length() - 1));
    }
    return Optional.ofNullable(role);
  }

  /** The word as roles are compared: lower case, hyphens, no number at the end. */
  static String key(String text) {
    if (text == null) {
      return "";
    }
    String key = text.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    int end = key.length();
    while (end > 0 && (Character.isDigit(key.charAt(end - 1)) || key.charAt(end - 1) == '-')) {
      end--;
    }
    return key.substring(0, end);
  }
}
