package org.firebreak.exports.lab;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.firebreak.core.address.Address;

/**
 * Hosts as network namespaces, each with one link to a router namespace. Every address is a route
 * of its own on the router, so that all traffic between hosts passes it, also within a subnet.
 */
final class LabNetwork implements AutoCloseable {
  /** Name under which the router's capture and ruleset are asked for. */
  static final String ROUTER = "router";

  /** How many source ports a loaded ruleset is tried with. */
  static final int PORTS = 7000;

  /** How many such ranges there are, from 20,000 on. */
  static final int RANGES = 6;

  private static final long SECONDS = 120;

  private final String prefix = "fb" + ProcessHandle.current().pid() + "-";
  private final Map<String, List<Address>> hosts;
  private final Map<String, LabHost> agents = new LinkedHashMap<>();
  private final Path folder;

  private LabNetwork(Path folder, Map<String, List<Address>> hosts) {
    this.folder = folder;
    this.hosts = hosts;
  }

  /** Lays out the hosts and starts an agent in each. */
  static LabNetwork create(Path folder, Map<String, List<Address>> hosts, List<String> ports)
      throws IOException {
    LabNetwork network = new LabNetwork(folder, hosts);
    try {
      network.layOut();
      Path classes = Files.createDirectories(folder.resolve("classes"));
      LabHost.install(classes);
      for (String host : hosts.keySet()) {
        network.agents.put(host, LabHost.start(host, network.namespace(host), classes, ports));
      }
      for (LabHost agent : network.agents.values()) {
        agent.awaitReady();
      }
      return network;
    } catch (IOException e) {
      network.close();
      throw e;
    }
  }

  /** A command with the system folders on its path. */
  static ProcessBuilder command(List<String> line) {
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
    return builder;
  }

  String namespace(String host) {
    return prefix + host;
  }

  List<String> places() {
    List<String> places = new ArrayList<>(hosts.keySet());
    places.add(ROUTER);
    return places;
  }

  LabHost agent(String host) {
    return agents.get(host);
  }

  private void layOut() throws IOException {
    String router = namespace(ROUTER);
    StringBuilder script = new StringBuilder(removeStale());
    script.append("set -e\nip netns add " + router + "\n");
    script.append("ip -n " + router + " link set lo up\n");
    script.append("ip -n " + router + " addr add 169.254.1.1/32 dev lo\n");
    script.append(in(router, "echo 1 > /proc/sys/net/ipv4/ip_forward"));
    script.append(in(router, "echo 1 > /proc/sys/net/ipv6/conf/all/forwarding"));
    int number = 0;
    for (Map.Entry<String, List<Address>> host : hosts.entrySet()) {
      String link = "v" + number++;
      String space = namespace(host.getKey());
      script.append("ip netns add " + space + "\n");
      script.append(
          "ip -n " + router + " link add " + link + " type veth peer name eth0 netns " + space);
      script.append("\nip -n " + router + " link set " + link + " up\n");
      script.append("ip -n " + space + " link set lo up\nip -n " + space + " link set eth0 up\n");
      script.append(in(router, "echo 1 > /proc/sys/net/ipv4/conf/" + link + "/proxy_arp"));
      script.append("ip -n " + router + " addr add fe80::1/64 dev " + link + " nodad\n");
      for (Address address : host.getValue()) {
        String length = address.v6() ? "/128" : "/32";
        String family = address.v6() ? " -6" : "";
        script.append("ip -n " + space + " addr add " + address + length + " dev eth0");
        script.append(address.v6() ? " nodad\n" : "\n");
        script.append(
            "ip -n " + router + family + " route add " + address + length + " dev " + link + "\n");
      }
      script.append("ip -n " + space + " route add 169.254.1.1/32 dev eth0\n");
      script.append("ip -n " + space + " route add default via 169.254.1.1 dev eth0\n");
      script.append("ip -n " + space + " -6 route add default via fe80::1 dev eth0\n");
    }
    run(script.toString());
  }

  private static String in(String namespace, String shell) {
    return "ip netns exec " + namespace + " sh -c '" + shell + "'\n";
  }

  /**
   * Clears all rulesets, then runs a command in a namespace.
   *
   * @param commands what to run, by place
   */
  void load(Map<String, String> commands, int firstPort) throws IOException {
    StringBuilder script = new StringBuilder("set -e\n");
    for (String place : places()) {
      String space = namespace(place);
      script.append("ip netns exec " + space + " nft flush ruleset\n");
      script.append("if command -v ipset >/dev/null; then\n");
      script.append("  ip netns exec " + space + " ipset destroy\nfi\n");
      if (commands.containsKey(place)) {
        script.append("ip netns exec " + space + " " + commands.get(place) + "\n");
      }
      // other source ports each time, so that no state of an earlier ruleset is met
      String range = firstPort + " " + (firstPort + PORTS - 1);
      script.append(in(space, "echo " + range + " > /proc/sys/net/ipv4/ip_local_port_range"));
    }
    run(script.toString());
  }

  /** Runs a shell command without quotes in a namespace and gives what it prints. */
  String exec(String place, String shell) throws IOException {
    return run(in(namespace(place), shell));
  }

  NflogCapture capture(String place, String name) throws IOException {
    return NflogCapture.start(namespace(place), folder.resolve(name + "-" + place + ".pcap"));
  }

  private static String run(String script) throws IOException {
    Process process = command(List.of("sh")).redirectErrorStream(true).start();
    process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("a command in the lab failed: " + output);
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while laying out the lab");
    }
  }

  /** Removes what a test run that was killed has left. */
  private static String removeStale() {
    return """
    for space in $(ip netns list | sed -n 's/^\\(fb[0-9][0-9]*-[^ ]*\\).*/\\1/p'); do
      pid=${space#fb}
      if [ ! -d "/proc/${pid%%-*}" ]; then
        for left in $(ip netns pids "$space"); do kill "$left"; done
        ip netns del "$space"
      fi
    done
    """;
  }

  @Override
  public void close() throws IOException {
    agents.values().forEach(LabHost::close);
    StringBuilder script = new StringBuilder();
    for (String place : places()) {
      script.append("ip netns del " + namespace(place) + " 2>/dev/null\n");
    }
    run(script.append("true\n").toString());
  }
}
