package org.firebreak.diagram.folding;

import java.util.function.Predicate;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.diagram.task.CheckedTask;
import org.firebreak.diagram.task.DiagramContext;

/**
 * Turns a setting of all canvases on or off.
 *
 * @param key of {@link DiagramPreferences}
 * @param value how the setting is read
 */
public record OptionTask(String key, Predicate<DiagramPreferences> value) implements CheckedTask {
  @Override
  public boolean isChecked(DiagramContext context) {
    return value.test(DiagramPreferences.now());
  }

  @Override
  public void run(DiagramContext context) {
    DiagramPreferences.set(key, !isChecked(context));
  }
}
