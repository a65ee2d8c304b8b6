package org.firebreak.exports.lab;

import org.firebreak.core.address.Address;

/** A connection that one host of the lab tries to open to another. */
record Attempt(String from, Address source, Address destination, String protocol, int port) {
  /** What tells a logged packet's connection from others. */
  Tuple tuple() {
    return new Tuple(source, destination, protocol, port);
  }

  /** A connection as logged packets show it. */
  record Tuple(Address source, Address destination, String protocol, int port) {}
}
