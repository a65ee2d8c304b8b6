package org.firebreak.diagram.policies;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.gef.SnapToHelper;

/** Lets GEF's tools that draw boxes find what the boxes snap to. */
public final class SnapAdapters implements IAdapterFactory {
  @Override
  public <T> T getAdapter(Object adaptable, Class<T> type) {
    return type == SnapToHelper.class && adaptable instanceof BoxHost host
        ? type.cast(new CanvasSnap(host))
        : null;
  }

  @Override
  public Class<?>[] getAdapterList() {
    return new Class<?>[] {SnapToHelper.class};
  }
}
