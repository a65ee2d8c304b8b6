package org.firebreak.products;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What linking needs of a class file: its members and the members of others that it refers to.
 *
 * @param name internal name, with slashes
 * @param parents internal names of the superclass and the interfaces
 * @param members name and descriptor of each own field and method, put together
 * @param references the members that the code refers to
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html">The class File
 *     Format</a>
 */
record ClassOutline(
    String name, List<String> parents, Set<String> members, Set<Reference> references) {

  /**
   * A field or method of another class.
   *
   * @param owner internal name of the class that the code names
   * @param member name and descriptor, put together
   */
  record Reference(String owner, String member) {}

  static ClassOutline parse(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      in.skipNBytes(8); // magic and version
      ConstantPool pool = ConstantPool.read(in);
      in.skipNBytes(2); // access flags
      String name = pool.className(in.readUnsignedShort());
      List<String> parents = new ArrayList<>();
      int superclass = in.readUnsignedShort();
      if (superclass != 0) {
        parents.add(pool.className(superclass));
      }
      for (int interfaces = in.readUnsignedShort(); interfaces > 0; interfaces--) {
        parents.add(pool.className(in.readUnsignedShort()));
      }
      Set<String> members = new HashSet<>();
      readMembers(in, pool, members); // fields
      readMembers(in, pool, members); // methods
      return new ClassOutline(name, parents, members, pool.references());
    }
  }

  private static void readMembers(DataInputStream in, ConstantPool pool, Set<String> members)
      throws IOException {
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      in.skipNBytes(2); // access flags
      members.add(pool.text(in.readUnsignedShort()) + pool.text(in.readUnsignedShort()));
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        in.skipNBytes(2); // name
        in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
      }
    }
  }
}
