package org.firebreak.imports.inventory;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.imports.table.Column;
import org.firebreak.imports.table.Vocabulary;

/** Columns of an inventory table; docs/user/import.md lists them for users. */
final class ServerColumns {
  static final Column NAME =
      Column.required(
          "name",
          "server",
          "server name",
          "hostname",
          "host name",
          "vm",
          "vm name",
          "machine",
          "computer",
          "computer name",
          "device",
          "device name",
          "node",
          "fqdn",
          "dns name");
  static final Column ADDRESSES =
      Column.repeatable(
          "addresses",
          "address",
          "ip",
          "ips",
          "ip4",
          "ip6",
          "ipv4",
          "ipv6",
          "ip address",
          "ip addresses",
          "ip address(es)",
          "ipv4 address",
          "ipv6 address",
          "ipv4 addresses",
          "ipv6 addresses",
          "primary ip",
          "primary ip4",
          "primary ip6",
          "primary ip address",
          "private ip",
          "private ip address",
          "private ipv4",
          "management ip",
          "mgmt ip");
  static final Column GROUP =
      Column.optional(
          "group", "server group", "role", "server role", "tier", "application tier", "function");
  static final Column ZONE =
      Column.optional(
          "zone",
          "security zone",
          "trust zone",
          "network zone",
          "segment",
          "network segment",
          "network",
          "network name");
  static final Column TENANT =
      Column.optional("tenant", "customer", "organisation", "organization", "vrf");
  static final Column KIND =
      Column.optional("kind", "type", "server type", "machine type", "platform type");
  static final Column SYSTEM =
      Column.optional("os", "operating system", "guest os", "os name", "os version", "platform");
  static final Column HOST =
      Column.optional(
          "host", "hypervisor", "hypervisor host", "esx host", "esxi host", "physical host");
  static final Column RISK = Column.optional("risk", "risk level", "criticality");
  static final Column INTERNET_FACING =
      Column.optional(
          "internet_facing", "faces internet", "internet exposed", "exposed", "public", "internet");
  static final Column LABELS = Column.repeatable("labels", "label", "tags", "tag");
  static final Column DESCRIPTION =
      Column.optional(
          "description",
          "comment",
          "comments",
          "note",
          "notes",
          "remark",
          "remarks",
          "annotation",
          "purpose");
  static final Column SEGMENTATION = Column.optional("segmentation", "override");

  static final List<Column> ALL =
      List.of(
          NAME,
          ADDRESSES,
          GROUP,
          ZONE,
          TENANT,
          KIND,
          SYSTEM,
          HOST,
          RISK,
          INTERNET_FACING,
          LABELS,
          DESCRIPTION,
          SEGMENTATION);
  static final Vocabulary VOCABULARY = new Vocabulary(ALL, "label");

  private ServerColumns() {}

  /** The vocabulary with further columns, which become labels. */
  static Vocabulary with(List<Column> more) {
    List<Column> columns = new ArrayList<>(ALL);
    columns.addAll(more);
    return new Vocabulary(columns, "label");
  }
}
