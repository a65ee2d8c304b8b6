package org.firebreak.diagram.live;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work that is too long for the UI thread. To be asked on the UI thread. */
public interface Background {
  /**
   * Asks for work in place of what was asked for before and is not done yet.
   *
   * @param prepare is called on the UI thread in a quiet moment, and answers the work itself, which
   *     is done on any thread
   * @param done gets the result on the UI thread, unless other work was asked for meanwhile
   */
  <T> void request(Supplier<Supplier<T>> prepare, Consumer<T> done);
}
