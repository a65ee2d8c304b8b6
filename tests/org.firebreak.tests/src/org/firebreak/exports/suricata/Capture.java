package org.firebreak.exports.suricata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firebreak.core.address.Address;

/** Writes a capture of bare IP packets, a millisecond apart. Checksums are left at zero. */
final class Capture {
  static final int SYN = 2;
  static final int ACK = 16;
  static final int PUSH = 8;
  private static final int RAW_IP = 101;
  private static final int START = 1_700_000_000;

  private final ByteArrayOutputStream packets = new ByteArrayOutputStream();
  private int count;

  /** One direction between two ports. */
  record Way(Address source, int sourcePort, Address destination, int destinationPort) {
    Way back() {
      return new Way(destination, destinationPort, source, sourcePort);
    }
  }

  void write(Path file) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0);
    header.putInt(65_535).putInt(RAW_IP);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(header.array());
    packets.writeTo(all);
    Files.write(file, all.toByteArray());
  }

  /** A connection that is answered: a handshake and what both sides say. */
  void conversation(Way way, String client, String server) {
    handshake(way);
    tcp(way.back(), PUSH | ACK, 5001, 1001, server);
    tcp(way, ACK, 1001, 5001 + server.length(), "");
    tcp(way, PUSH | ACK, 1001, 5001 + server.length(), client);
    tcp(way.back(), ACK, 5001 + server.length(), 1001 + client.length(), "");
    tcp(way.back(), PUSH | ACK, 5001 + server.length(), 1001 + client.length(), server);
    tcp(way, ACK, 1001 + client.length(), 5001 + 2 * server.length(), "");
  }

  void handshake(Way way) {
    syn(way);
    tcp(way.back(), SYN | ACK, 5000, 1001, "");
    tcp(way, ACK, 1001, 5001, "");
  }

  void syn(Way way) {
    tcp(way, SYN, 1000, 0, "");
  }

  void tcp(Way way, int flags, int sequence, int acknowledged, String data) {
    byte[] text = data.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer segment = ByteBuffer.allocate(20 + text.length);
    segment.putShort((short) way.sourcePort()).putShort((short) way.destinationPort());
    segment.putInt(sequence).putInt(acknowledged);
    segment.put((byte) (5 << 4)).put((byte) flags).putShort((short) 65_000).putInt(0);
    segment.put(text);
    ip(way.source(), way.destination(), 6, segment.array());
  }

  void udp(Way way, String data) {
    byte[] text = data.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer datagram = ByteBuffer.allocate(8 + text.length);
    datagram.putShort((short) way.sourcePort()).putShort((short) way.destinationPort());
    datagram.putShort((short) (8 + text.length)).putShort((short) 0).put(text);
    ip(way.source(), way.destination(), 17, datagram.array());
  }

  void sctpInit(Way way) {
    ByteBuffer packet = ByteBuffer.allocate(12 + 20);
    packet.putShort((short) way.sourcePort()).putShort((short) way.destinationPort());
    packet.putInt(0).putInt(0);
    packet.putShort((short) 0x0100).putShort((short) 20).putInt(1).putInt(65_536);
    packet.putShort((short) 1).putShort((short) 1).putInt(1);
    ip(way.source(), way.destination(), 132, packet.array());
  }

  void icmp(Address source, Address destination, int type, int code, int identifier) {
    ByteBuffer message = ByteBuffer.allocate(16);
    message.put((byte) type).put((byte) code).putShort((short) 0);
    message.putShort((short) identifier).putShort((short) 1).putLong(0);
    ip(source, destination, source.v6() ? 58 : 1, message.array());
  }

  /** A packet of any protocol. */
  void ip(Address source, Address destination, int protocol, byte[] payload) {
    ByteBuffer packet = ByteBuffer.allocate((source.v6() ? 40 : 20) + payload.length);
    if (source.v6()) {
      packet.putInt(6 << 28).putShort((short) payload.length);
      packet.put((byte) protocol).put((byte) 64);
      packet.putLong(source.high()).putLong(source.low());
      packet.putLong(destination.high()).putLong(destination.low());
    } else {
      packet.put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload.length));
      packet.putShort((short) count).putShort((short) 0x4000);
      packet.put((byte) 64).put((byte) protocol).putShort((short) 0);
      packet.putInt((int) source.low()).putInt((int) destination.low());
    }
    add(packet.put(payload).array());
  }

  private void add(byte[] packet) {
    ByteBuffer record = ByteBuffer.allocate(16 + packet.length).order(ByteOrder.LITTLE_ENDIAN);
    record.putInt(START + count / 1000).putInt(count % 1000 * 1000);
    record.putInt(packet.length).putInt(packet.length).put(packet);
    packets.writeBytes(record.array());
    count++;
  }
}
