package org.firebreak.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.sizing.HostFilter;
import org.firebreak.core.sizing.HostLoad;
import org.firebreak.core.sizing.HostPlatform;
import org.firebreak.core.sizing.HostSizing;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Block.Rows;
import org.firebreak.report.document.Document.Section;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/** What the report says of enforcement at the hosts. */
final class HostSection {
  private static final int MOST_LISTED = 15;

  private HostSection() {}

  static Section of(HostSizing hosts) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Rows(FlowRows.figures("host-demand", "Demand at the busiest host", hosts.figures())));
    blocks.add(new Rows(filter(hosts.filter())));
    if (!hosts.loads().isEmpty()) {
      blocks.add(new Rows(loads(hosts)));
    }
    if (!hosts.platforms().isEmpty()) {
      blocks.add(new Rows(platforms(hosts)));
    }
    add(
        blocks,
        "virtual-firewalls",
        "All enforced flows inspected in virtual firewalls on each host",
        hosts.virtualFirewalls());
    add(
        blocks,
        "virtual-firewalls-selective",
        "Only flows beyond layer 4 inspected in virtual firewalls on each host",
        hosts.selective());
    blocks.add(new Rows(SensitivityRows.of(hosts)));
    return new Section("hosts", "Hosts", blocks);
  }

  private static Table filter(HostFilter filter) {
    return Table.of(
        "host-filter",
        "Packet filter in the kernel of the hosts",
        List.of(Column.text("figure", "Figure"), Column.mixed("value", "Value")),
        List.of(
            List.of(
                Cell.text("Processor cores on the busiest host"),
                Cell.of(filter.cores().count(), Unit.COUNT)),
            List.of(
                Cell.text("The same without an offload to a DPU"),
                Cell.of(filter.coresWithoutOffload().count(), Unit.COUNT)),
            List.of(
                Cell.text("Processor cores on all hosts together"),
                Cell.of(filter.coresOfAllHosts().count(), Unit.COUNT)),
            List.of(
                Cell.text("Memory for sessions on the busiest host"),
                Cell.of(filter.memory().bytes(), Unit.BYTES))));
  }

  private static Table loads(HostSizing hosts) {
    List<List<Cell>> rows = new ArrayList<>();
    for (HostLoad each : hosts.loads()) {
      if (rows.size() < MOST_LISTED) {
        rows.add(
            List.of(
                Cell.text(each.name()),
                Cell.count(each.servers()),
                Cell.of(each.peak().bitsPerSecond(), Unit.BITS_PER_SECOND),
                Cell.of(
                    each.need(hosts.demand().parameters()).bitsPerSecond(), Unit.BITS_PER_SECOND),
                Cell.of(each.connections().perSecond(), Unit.CONNECTIONS_PER_SECOND),
                Cell.of(each.sessions().sessions(), Unit.SESSIONS),
                Cell.of(each.packets().perSecond(), Unit.PACKETS_PER_SECOND),
                Cell.count(each.rules())));
      }
    }
    return new Table(
        "host-loads",
        "Load of single hosts, the busiest first",
        List.of(
            Column.text("host", "Host"),
            Column.figure("servers", "Servers", Unit.COUNT),
            Column.figure("peakBps", "Peak today", Unit.BITS_PER_SECOND),
            Column.figure("needBps", "Need at the horizon", Unit.BITS_PER_SECOND),
            Column.figure("connections", "New connections", Unit.CONNECTIONS_PER_SECOND),
            Column.figure("sessions", "Sessions", Unit.SESSIONS),
            Column.figure("packets", "Packets", Unit.PACKETS_PER_SECOND),
            Column.figure("rules", "Rules", Unit.COUNT)),
        rows,
        hosts.loads().size() > MOST_LISTED ? "The busiest of " + hosts.loads().size() + "." : "");
  }

  private static Table platforms(HostSizing hosts) {
    List<List<Cell>> rows = new ArrayList<>();
    for (HostPlatform each : hosts.platforms()) {
      rows.add(
          List.of(
              Cell.text(each.appliance().name()),
              Cell.text(each.fits() ? "fits" : "too small", each.fits() ? Tone.GOOD : Tone.BAD),
              Cell.of(each.throughput().bitsPerSecond(), Unit.BITS_PER_SECOND),
              Cell.text(each.binding().text())));
    }
    return Table.of(
        "host-platforms",
        "Limits of host platforms against the busiest host",
        List.of(
            Column.text("platform", "Platform"),
            Column.text("verdict", "Verdict"),
            Column.figure("throughputBps", "Throughput by its packet limit", Unit.BITS_PER_SECOND),
            Column.wide("binding", "Nearest limit")),
        rows);
  }

  private static void add(
      List<Block> blocks, String id, String caption, List<HostSizing.VirtualFirewall> firewalls) {
    if (firewalls.isEmpty()) {
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (HostSizing.VirtualFirewall each : firewalls) {
      if (rows.size() < MOST_LISTED) {
        rows.add(
            List.of(
                Cell.text(each.appliance().name()),
                Cell.count(each.today()),
                Cell.count(each.instances()),
                Cell.count(each.vcpus())));
      }
    }
    blocks.add(
        new Rows(
            Table.of(
                id,
                caption,
                List.of(
                    Column.text("firewall", "Virtual firewall"),
                    Column.figure("today", "Instances today", Unit.COUNT),
                    Column.figure("instances", "at the horizon", Unit.COUNT),
                    Column.figure("vcpus", "vCPU reserved per host", Unit.COUNT)),
                rows)));
  }
}
