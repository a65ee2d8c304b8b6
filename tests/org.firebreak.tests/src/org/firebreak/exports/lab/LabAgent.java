package org.firebreak.exports.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs in the namespace of one host: answers on the given ports, and opens connections on request.
 *
 * <p>Arguments are ports such as {@code tcp:443}. Standard input takes {@code try ID tcp ADDRESS
 * PORT}, or {@code icmp} for a ping, any number of times, then {@code run MILLISECONDS}; the answer
 * is a line {@code open ID} for each connection that was answered, then {@code done}. It uses no
 * class of the project but its own, so that it starts from these two class files alone.
 */
public final class LabAgent {
  private static final int STARTS_PER_TURN = 20;
  private static final long TURN_MILLIS = 20;
  private static final long RESEND_MILLIS = 500;
  private static final int PINGERS = 30;
  private static final int PING_MILLIS = 1000;

  private final Selector selector;
  private final Queue<String> commands = new ConcurrentLinkedQueue<>();
  private final Deque<String[]> waiting = new ArrayDeque<>();
  private final List<Probe> probes = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(512);
  private final ExecutorService pingers = Executors.newFixedThreadPool(PINGERS);
  private final AtomicInteger pinging = new AtomicInteger();
  private final Queue<String> answers = new ConcurrentLinkedQueue<>();
  private long deadline = Long.MAX_VALUE;

  /** A connection attempt under way. */
  private static final class Probe {
    final String id;
    final SelectableChannel channel;
    long sent;

    Probe(String id, SelectableChannel channel) {
      this.id = id;
      this.channel = channel;
    }
  }

  private LabAgent(Selector selector) {
    this.selector = selector;
  }

  public static void main(String[] ports) throws IOException {
    LabAgent agent = new LabAgent(Selector.open());
    for (String port : ports) {
      agent.listen(port);
    }
    Thread input = new Thread(agent::readCommands);
    input.setDaemon(true);
    input.start();
    say("ready");
    agent.serve();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private void listen(String port) throws IOException {
    String[] parts = port.split(":");
    if (parts[0].equals("icmp")) {
      return; // the kernel answers
    }
    InetSocketAddress address = new InetSocketAddress(Integer.parseInt(parts[1]));
    if (parts[0].equals("tcp")) {
      ServerSocketChannel server = ServerSocketChannel.open();
      server.configureBlocking(false);
      server.bind(address, 1000);
      server.register(selector, SelectionKey.OP_ACCEPT);
    } else {
      DatagramChannel server = DatagramChannel.open();
      server.configureBlocking(false);
      server.bind(address);
      server.register(selector, SelectionKey.OP_READ);
    }
  }

  private void readCommands() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        if (!line.startsWith("try")) {
          selector.wakeup();
        }
      }
    } catch (IOException e) {
      System.err.println("input failed: " + e);
    }
    System.exit(0);
  }

  private void serve() throws IOException {
    while (true) {
      selector.select(TURN_MILLIS);
      for (SelectionKey key : selector.selectedKeys()) {
        if (key.isValid()) {
          handle(key);
        }
      }
      selector.selectedKeys().clear();
      obey();
      proceed();
    }
  }

  private void obey() {
    while (deadline == Long.MAX_VALUE && !commands.isEmpty()) {
      String[] words = commands.remove().split(" ");
      if (words[0].equals("try")) {
        waiting.add(words);
      } else {
        deadline = System.currentTimeMillis() + Long.parseLong(words[1]);
      }
    }
  }

  private void proceed() throws IOException {
    if (deadline == Long.MAX_VALUE) {
      return;
    }
    long now = System.currentTimeMillis();
    for (int i = 0; i < STARTS_PER_TURN && !waiting.isEmpty(); i++) {
      start(waiting.remove());
    }
    for (Probe probe : probes) {
      if (probe.channel instanceof DatagramChannel channel
          && channel.isOpen()
          && now - probe.sent > RESEND_MILLIS) {
        probe.sent = now;
        send(channel, probe.id);
      }
    }
    boolean pinged = pinging.get() == 0;
    for (String answer = answers.poll(); answer != null; answer = answers.poll()) {
      say(answer);
    }
    if (now > deadline && waiting.isEmpty() && pinged) {
      for (Probe probe : probes) {
        probe.channel.close();
      }
      probes.clear();
      deadline = Long.MAX_VALUE;
      say("done");
    }
  }

  /** A packet that the host's own filter drops is an error to its sender, as it should be. */
  private static void send(DatagramChannel channel, String text) {
    try {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      say("failed " + text + " " + e.getMessage());
    }
  }

  private void start(String[] words) throws IOException {
    InetAddress host = InetAddress.getByName(words[3]);
    if (words[2].equals("icmp")) {
      ping(words[1], host);
      return;
    }
    InetSocketAddress to = new InetSocketAddress(host, Integer.parseInt(words[4]));
    boolean tcp = words[2].equals("tcp");
    SelectableChannel channel = tcp ? SocketChannel.open() : DatagramChannel.open();
    channel.configureBlocking(false);
    Probe probe = new Probe(words[1], channel);
    probes.add(probe);
    if (channel instanceof SocketChannel socket) {
      connect(socket, to, probe);
    } else if (channel instanceof DatagramChannel datagram) {
      datagram.connect(to);
      datagram.register(selector, SelectionKey.OP_READ, probe);
    }
  }

  /** Root's pings are real ones; they are waited for elsewhere. */
  private void ping(String id, InetAddress host) {
    pinging.incrementAndGet();
    pingers.execute(
        () -> {
          try {
            answers.add((host.isReachable(PING_MILLIS) ? "open " : "closed ") + id);
          } catch (IOException e) {
            answers.add("failed " + id + " " + e.getMessage());
          } finally {
            pinging.decrementAndGet();
          }
        });
  }

  private void connect(SocketChannel socket, InetSocketAddress to, Probe probe) throws IOException {
    try {
      socket.connect(to);
      socket.register(selector, SelectionKey.OP_CONNECT, probe);
    } catch (IOException e) {
      say("failed " + probe.id + " " + e.getMessage());
      socket.close();
    }
  }

  private void handle(SelectionKey key) throws IOException {
    if (key.channel() instanceof ServerSocketChannel server) {
      for (SocketChannel client = server.accept(); client != null; client = server.accept()) {
        client.close();
      }
    } else if (key.attachment() instanceof Probe probe) {
      finish(key, probe);
    } else if (key.channel() instanceof DatagramChannel server) {
      buffer.clear();
      SocketAddress from = server.receive(buffer);
      if (from != null) {
        buffer.flip();
        server.send(buffer, from);
      }
    }
  }

  private void finish(SelectionKey key, Probe probe) throws IOException {
    try {
      if (key.channel() instanceof SocketChannel socket && socket.finishConnect()) {
        say("open " + probe.id);
      } else if (key.channel() instanceof DatagramChannel datagram) {
        buffer.clear();
        if (datagram.read(buffer) <= 0) {
          return;
        }
        say("open " + probe.id);
      }
    } catch (IOException e) {
      say("failed " + probe.id + " " + e.getMessage());
    }
    key.channel().close();
  }
}
