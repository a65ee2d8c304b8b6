package org.firebreak.core.extension;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Finds implementations of an extension interface in the OSGi service registry, where bundles put
 * them by Declarative Services or by hand. In plain Java there are none.
 */
public final class Extensions {
  private Extensions() {}

  /**
   * The contributed implementations, ordered by class name so that results do not depend on the
   * order in which bundles start.
   */
  public static <T> List<T> of(Class<T> type) {
    Bundle bundle = FrameworkUtil.getBundle(Extensions.class);
    BundleContext context = bundle == null ? null : bundle.getBundleContext();
    if (context == null) {
      return List.of();
    }
    try {
      List<T> services = new ArrayList<>();
      for (ServiceReference<T> reference : context.getServiceReferences(type, null)) {
        T service = context.getService(reference);
        if (service != null) {
          services.add(service);
        }
      }
      services.sort(Comparator.comparing(service -> service.getClass().getName()));
      return List.copyOf(services);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("a missing filter cannot be malformed", e);
    }
  }

  /** The built-in implementations, then the contributed ones. */
  public static <T> List<T> with(List<? extends T> builtIn, Class<T> type) {
    List<T> contributed = of(type);
    if (contributed.isEmpty()) {
      return List.copyOf(builtIn);
    }
    List<T> all = new ArrayList<>(builtIn);
    all.addAll(contributed);
    return List.copyOf(all);
  }
}
