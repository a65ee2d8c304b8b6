package org.firebreak.imports.inventory;

import java.util.List;
import org.firebreak.imports.table.Column;
import org.firebreak.imports.table.Vocabulary;

/** Columns of the sheets of an RVTools export that are used. */
final class RvToolsColumns {
  static final Column VM = Column.required("VM");
  static final Column POWER_STATE = Column.required("Powerstate");
  static final Column TEMPLATE = Column.optional("Template");
  static final Column PLACEHOLDER = Column.optional("SRM Placeholder");
  static final Column PRIMARY_ADDRESS = Column.optional("Primary IP Address");
  static final Column NETWORK = Column.optional("Network #1");
  static final Column FOLDER = Column.optional("Folder");
  static final Column VAPP = Column.optional("vApp");
  static final Column RESOURCE_POOL = Column.optional("Resource pool");
  static final Column DATACENTER = Column.optional("Datacenter");
  static final Column CLUSTER = Column.optional("Cluster");
  static final Column HOST = Column.optional("Host");
  static final Column TOOLS_SYSTEM = Column.optional("OS according to the VMware Tools");
  static final Column CONFIGURED_SYSTEM = Column.optional("OS according to the configuration file");
  static final Column ANNOTATION = Column.optional("Annotation");
  static final Column VM_ID = Column.optional("VM ID");
  static final Column VM_UUID = Column.optional("VM UUID");

  /** Sheet vInfo. */
  static final Vocabulary INFO =
      new Vocabulary(
          List.of(
              VM,
              POWER_STATE,
              TEMPLATE,
              PLACEHOLDER,
              PRIMARY_ADDRESS,
              NETWORK,
              FOLDER,
              VAPP,
              RESOURCE_POOL,
              DATACENTER,
              CLUSTER,
              HOST,
              TOOLS_SYSTEM,
              CONFIGURED_SYSTEM,
              ANNOTATION,
              VM_ID,
              VM_UUID),
          null);

  static final String NETWORK_SHEET = "vNetwork";
  static final Column ADAPTER_ADDRESSES =
      Column.repeatable("IPv4 Address", "IPv6 Address", "IP Address");

  /** Sheet vNetwork, which has a row for every network adapter. */
  static final Vocabulary ADAPTERS = new Vocabulary(List.of(VM, ADAPTER_ADDRESSES, VM_ID), null);

  private RvToolsColumns() {}
}
