package org.firebreak.ui.picture;

import java.nio.charset.StandardCharsets;
import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;

/** SVG on the clipboard, for programs that can paste vectors. */
public final class SvgTransfer extends ByteArrayTransfer {
  private static final SvgTransfer INSTANCE = new SvgTransfer();
  private static final String TYPE = "image/svg+xml";
  private static final int ID = registerType(TYPE);

  private SvgTransfer() {}

  public static SvgTransfer getInstance() {
    return INSTANCE;
  }

  @Override
  protected int[] getTypeIds() {
    return new int[] {ID};
  }

  @Override
  protected String[] getTypeNames() {
    return new String[] {TYPE};
  }

  @Override
  protected void javaToNative(Object svg, TransferData data) {
    if (svg instanceof String text) {
      super.javaToNative(text.getBytes(StandardCharsets.UTF_8), data);
    }
  }

  @Override
  protected Object nativeToJava(TransferData data) {
    return super.nativeToJava(data) instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : null;
  }
}
