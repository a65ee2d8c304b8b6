package org.firebreak.rulebase.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.firebreak.rulebase.RuleBaseException;

/** Refuses lines of a size that no one writes, on which a parser of YAML would spend hours. */
public final class LongLines extends FilterInputStream {
  private static final int LONGEST = 4 << 20;

  private final String path;
  private int line = 1;
  private int length;

  public LongLines(InputStream in, String path) {
    super(in);
    this.path = path;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      count((byte) one);
    }
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    int count = super.read(into, offset, most);
    for (int i = 0; i < count; i++) {
      count(into[offset + i]);
    }
    return count;
  }

  private void count(byte one) throws RuleBaseException {
    if (one == '\n') {
      line++;
      length = 0;
    } else if (++length > LONGEST) {
      throw new RuleBaseException(path + ":" + line + " is longer than " + LONGEST + " characters");
    }
  }
}
