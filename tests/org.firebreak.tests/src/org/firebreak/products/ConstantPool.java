package org.firebreak.products;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.firebreak.products.ClassOutline.Reference;

/** The constant pool of a class file, as far as names and references go. */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;

  private final int[] tags;
  private final String[] texts;
  private final int[] first;
  private final int[] second;

  private ConstantPool(int size) {
    tags = new int[size];
    texts = new String[size];
    first = new int[size];
    second = new int[size];
  }

  static ConstantPool read(DataInputStream in) throws IOException {
    ConstantPool pool = new ConstantPool(in.readUnsignedShort());
    for (int i = 1; i < pool.tags.length; i++) {
      int tag = in.readUnsignedByte();
      pool.tags[i] = tag;
      pool.readEntry(in, tag, i);
      if (tag == LONG || tag == DOUBLE) {
        i++; // these take two places
      }
    }
    return pool;
  }

  private void readEntry(DataInputStream in, int tag, int i) throws IOException {
    switch (tag) {
      case UTF8 -> texts[i] = in.readUTF();
      case LONG, DOUBLE -> in.skipNBytes(8);
      case CLASS, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
      case 3, 4 -> in.skipNBytes(4);
      case METHOD_HANDLE -> in.skipNBytes(3);
      case FIELD, 10, INTERFACE_METHOD, NAME_AND_TYPE, 17, 18 -> {
        first[i] = in.readUnsignedShort();
        second[i] = in.readUnsignedShort();
      }
      default -> throw new IOException("unknown constant " + tag);
    }
  }

  String text(int index) {
    return texts[index];
  }

  String className(int index) {
    return texts[first[index]];
  }

  Set<Reference> references() {
    Set<Reference> references = new HashSet<>();
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] >= FIELD && tags[i] <= INTERFACE_METHOD) {
        int member = second[i];
        references.add(
            new Reference(className(first[i]), texts[first[member]] + texts[second[member]]));
      }
    }
    return references;
  }
}
