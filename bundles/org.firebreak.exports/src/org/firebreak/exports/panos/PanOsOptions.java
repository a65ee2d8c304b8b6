package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.exports.ExportOption;

/** The options of both exporters. */
final class PanOsOptions {
  static final String TAGS_PER_ADDRESS = "tags-per-address";

  private static final List<ExportOption> COMMON =
      List.of(
          ExportOption.choice(
              "target",
              "Target",
              "firewall",
              List.of("firewall", "panorama"),
              "firewall: the configuration of the firewall itself; panorama: of a device group and"
                  + " a template of Panorama."),
          ExportOption.text(
              "vsys",
              "Virtual system",
              "vsys1",
              7,
              "Virtual system of what belongs to no tenant; tenants have the ones that follow. On"
                  + " Panorama the virtual system of the template, the same for all."),
          ExportOption.text(
              "device-group",
              "Device group",
              "firebreak",
              PanOsNames.DEVICE_GROUP - 32,
              "Device group of Panorama. If there are several firewalls or tenants, their names"
                  + " follow it."),
          ExportOption.text(
              "template",
              "Template",
              "firebreak",
              PanOsNames.DEVICE_GROUP,
              "Template of Panorama that holds zones and mail servers."),
          ExportOption.text(
              "tag",
              "Tag",
              "firebreak",
              PanOsNames.TAG / 2,
              "Tag of every object and rule that the export creates."),
          ExportOption.flag(
              "app-id",
              "Use App-IDs",
              true,
              "Where a flow asks for application inspection or more, its services with a confirmed"
                  + " App-ID are matched by application as well as by port."),
          ExportOption.choice(
              "deny",
              "Denied connections are",
              "deny",
              List.of("deny", "drop", "reset-both"),
              "Action of the rules that deny."),
          ExportOption.text(
              "profile-group",
              "Security profile group",
              "",
              PanOsNames.PROFILE_GROUP,
              "Existing group of security profiles for flows that ask for threat prevention. If"
                  + " empty, the export makes one of the predefined profiles named default."),
          ExportOption.text(
              "profile-group-tls",
              "Security profile group for TLS",
              "",
              PanOsNames.PROFILE_GROUP,
              "Existing group of security profiles for flows that ask for threat prevention inside"
                  + " TLS. If empty, that for threat prevention."),
          ExportOption.text(
              "smtp-gateway",
              "Mail server",
              "",
              PanOsNames.GATEWAY,
              "Host name or address of the mail server that sends the mail of tripwires. If empty,"
                  + " no mail is sent."),
          ExportOption.text(
              "smtp-from",
              "Sender",
              "",
              PanOsNames.MAIL_ADDRESS,
              "Sender address of the mail of tripwires."),
          ExportOption.text(
              "syslog-profile",
              "Syslog server profile",
              "",
              PanOsNames.OBJECT,
              "Existing syslog server profile to which the logs of all rules are forwarded."),
          ExportOption.flag(
              "panorama",
              "Logs to Panorama",
              false,
              "Forwards the logs of all rules to Panorama."));

  /** Options for central firewalls. */
  static final List<ExportOption> CENTRAL =
      with(
          Capacities.LARGEST,
          ExportOption.choice(
              "zones",
              "Zones in rules",
              "design",
              List.of("design", "any"),
              "design: each top-level zone of the design is a zone of the firewall, and rules name"
                  + " them; any: rules match in every zone, by address alone."));

  /** Options for firewalls in front of hosts. */
  static final List<ExportOption> HOSTS =
      with(
          Capacities.LARGEST_VIRTUAL,
          ExportOption.text(
              "zone-hosts",
              "Zone of the hosts",
              "firebreak-hosts",
              PanOsNames.ZONE,
              "Zone of the side of the virtual wire on which the protected hosts are."),
          ExportOption.text(
              "zone-network",
              "Zone of the network",
              "firebreak-network",
              PanOsNames.ZONE,
              "Zone of the side of the virtual wire on which everything else is."),
          ExportOption.choice(
              "device-groups",
              "Device groups",
              "tenant",
              List.of("tenant", "class"),
              "On Panorama. tenant: all hosts of a tenant share a device group, so that hosts of"
                  + " several classes can stand behind one firewall; class: each host class has"
                  + " one."),
          ExportOption.integer(
              TAGS_PER_ADDRESS,
              "Tags of an address",
              32,
              8,
              64,
              "Most tags that an address may carry: 32, or 64 on newer hardware. Groups for which"
                  + " there is no room list addresses."));

  private PanOsOptions() {}

  private static List<ExportOption> with(String largest, ExportOption... own) {
    List<ExportOption> all = new ArrayList<>(COMMON);
    all.addAll(5, List.of(own));
    all.addAll(Capacities.options(largest));
    return List.copyOf(all);
  }
}
