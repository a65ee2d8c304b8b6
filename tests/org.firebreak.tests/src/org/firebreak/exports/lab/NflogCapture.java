package org.firebreak.exports.lab;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.Address;
import org.firebreak.core.service.IpProtocols;

/** What a namespace's packet filter logs to an NFLOG group, captured by tcpdump. */
final class NflogCapture implements AutoCloseable {
  /** Number of the NFLOG group that the rulesets of the lab log to. */
  static final int GROUP = 10;

  private static final int FILE_HEADER = 24;
  private static final int PREFIX = 10;
  private static final int PAYLOAD = 9;
  private static final int ECHO_REQUEST = 8;
  private static final int ECHO_REQUEST_V6 = 128;

  /** A logged packet. */
  record Entry(String prefix, Attempt.Tuple tuple) {}

  private final Path file;
  private final Process process;

  private NflogCapture(Path file, Process process) {
    this.file = file;
    this.process = process;
  }

  static NflogCapture start(String namespace, Path file) throws IOException {
    List<String> line =
        List.of(
            "ip",
            "netns",
            "exec",
            namespace,
            "tcpdump",
            "-i",
            "nflog:" + GROUP,
            "-U",
            "-Z",
            "root",
            "-w",
            file.toString());
    ProcessBuilder builder = LabNetwork.command(line);
    builder.redirectErrorStream(true).redirectOutput(Path.of(file + ".log").toFile());
    return new NflogCapture(file, builder.start());
  }

  /** Waits until the capture runs. */
  void awaitReady() throws IOException, InterruptedException {
    for (int i = 0; i < 400; i++) {
      if (Files.exists(file) && Files.size(file) >= FILE_HEADER) {
        return;
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(25);
    }
    throw new IOException("tcpdump does not run: " + Files.readString(Path.of(file + ".log")));
  }

  /** What has been logged so far. */
  List<Entry> entries() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    bytes.order(bytes.getInt(0) == 0xA1B2C3D4 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    List<Entry> entries = new ArrayList<>();
    int at = FILE_HEADER;
    while (at + 16 <= bytes.limit()) {
      int length = bytes.getInt(at + 8);
      at += 16;
      if (at + length > bytes.limit()) {
        break;
      }
      Entry entry = entry(bytes.slice(at, length).order(bytes.order()));
      if (entry != null) {
        entries.add(entry);
      }
      at += length;
    }
    return entries;
  }

  /** Reads the attributes of one record: length, type, value, padded to four bytes. */
  private static Entry entry(ByteBuffer record) {
    String prefix = "";
    ByteBuffer payload = null;
    int at = 4;
    while (at + 4 <= record.limit()) {
      int length = record.getShort(at) & 0xFFFF;
      int type = record.getShort(at + 2) & 0xFFFF;
      if (length < 4 || at + length > record.limit()) {
        break;
      }
      if (type == PREFIX) {
        byte[] text = new byte[length - 5];
        record.get(at + 4, text);
        prefix = new String(text, StandardCharsets.US_ASCII);
      } else if (type == PAYLOAD) {
        payload = record.slice(at + 4, length - 4).order(ByteOrder.BIG_ENDIAN);
      }
      at += length + 3 & ~3;
    }
    try {
      Attempt.Tuple tuple = payload == null ? null : tuple(payload);
      return tuple == null ? null : new Entry(prefix, tuple);
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      return null; // a packet too short to be one of ours
    }
  }

  private static Attempt.Tuple tuple(ByteBuffer packet) {
    boolean v6 = packet.get(0) >> 4 == 6;
    int protocol = packet.get(v6 ? 6 : 9) & 0xFF;
    int transport = v6 ? 40 : (packet.get(0) & 15) * 4;
    Address source = v6 ? v6(packet, 8) : Address.v4(packet.getInt(12));
    Address destination = v6 ? v6(packet, 24) : Address.v4(packet.getInt(16));
    if (IpProtocols.isIcmp(protocol)) {
      boolean request = packet.get(transport) == (byte) (v6 ? ECHO_REQUEST_V6 : ECHO_REQUEST);
      return request ? new Attempt.Tuple(source, destination, "icmp", 0) : null;
    }
    if (protocol != IpProtocols.TCP && protocol != IpProtocols.UDP) {
      return null;
    }
    int port = packet.getShort(transport + 2) & 0xFFFF;
    return new Attempt.Tuple(source, destination, IpProtocols.name(protocol), port);
  }

  private static Address v6(ByteBuffer packet, int at) {
    return Address.v6(packet.getLong(at), packet.getLong(at + 8));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
