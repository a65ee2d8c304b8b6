package org.firebreak.diagram.clipboard;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;

/** Carries a {@link Snippet} through the clipboard of the system, as bytes of at most 64 MiB. */
public final class SnippetTransfer extends ByteArrayTransfer {
  private static final int MAX_BYTES = 1 << 26;
  private static final String NAME = "application/x-firebreak-elements";
  private static final int ID = registerType(NAME);
  private static final SnippetTransfer INSTANCE = new SnippetTransfer();

  private SnippetTransfer() {}

  public static SnippetTransfer getInstance() {
    return INSTANCE;
  }

  @Override
  protected int[] getTypeIds() {
    return new int[] {ID};
  }

  @Override
  protected String[] getTypeNames() {
    return new String[] {NAME};
  }

  @Override
  protected boolean validate(Object object) {
    return object instanceof byte[] bytes && bytes.length > 0 && bytes.length <= MAX_BYTES;
  }

  @Override
  public Object nativeToJava(TransferData data) {
    Object content = super.nativeToJava(data);
    return validate(content) ? content : null;
  }
}
