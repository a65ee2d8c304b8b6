package org.firebreak.exports.aws;

/** The other end of a rule of a security group. */
sealed interface Peer {
  /** What tells it from others in a template. */
  String key();

  /** How many rules it counts for in a family. */
  int weight(boolean ofV6);

  /** Addresses of one family. */
  record Cidr(String cidr, boolean v6) implements Peer {
    @Override
    public String key() {
      return cidr;
    }

    @Override
    public int weight(boolean ofV6) {
      return v6 == ofV6 ? 1 : 0;
    }
  }

  /** Members of a group. */
  record Group(SecurityGroup group) implements Peer {
    @Override
    public String key() {
      return group.logicalId();
    }

    @Override
    public int weight(boolean ofV6) {
      return 1;
    }
  }

  /** Addresses of a prefix list, each of which counts. */
  record Prefixes(PrefixList list) implements Peer {
    @Override
    public String key() {
      return list.logicalId();
    }

    @Override
    public int weight(boolean ofV6) {
      return list.v6() == ofV6 ? list.cidrs().size() : 0;
    }
  }
}
