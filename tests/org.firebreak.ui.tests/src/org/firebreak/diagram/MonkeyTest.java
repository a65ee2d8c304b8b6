package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.settle;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.eclipse.core.runtime.jobs.Job;
import org.firebreak.diagram.deleting.DeleteQuestion;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Does what comes to a monkey's mind with a sample: after each of many actions the design is whole,
 * undo and redo lead to the states that were, and undoing all restores the file byte by byte. The
 * property {@code firebreak.monkey} is the number of actions on the first sample.
 */
class MonkeyTest {
  private static final int ACTIONS = Integer.getInteger("firebreak.monkey", 2000);
  private static final int REMEMBERED = 25;

  @TempDir Path folder;

  private Editing editing;
  private final Deque<String> done = new ArrayDeque<>();

  @BeforeEach
  void prepare() {
    DiagramPreferences.set(DeleteQuestion.UNASKED, true);
    DiagramPreferences.set(DiagramPreferences.ANIMATE, false);
  }

  @AfterEach
  void restore() {
    DiagramPreferences.set(DeleteQuestion.UNASKED, false);
    DiagramPreferences.set(DiagramPreferences.ANIMATE, true);
    editing.close();
  }

  @ParameterizedTest
  @CsvSource({"lab-shop, 20261123, 1", "online-boutique, 42, 5"})
  void whateverIsDoneIsValidAndCanBeUndone(String sample, long seed, int share) throws IOException {
    int actions = ACTIONS / share;
    editing = Editing.open(Editing.sample(sample, folder));
    byte[] opened = bytes();
    MonkeyHand hand = new MonkeyHand(editing, seed);
    StatesOfDesign states = ui(() -> new StatesOfDesign(editing.edit()));
    for (int i = 0; i < actions; i++) {
      try {
        String action = ui(hand::act);
        remember(i + " " + action);
        if (action.equals("arrange")) {
          awaitLayout();
        }
        assertThat(states.mismatch()).as("undo and redo are exact").isNull();
        run(() -> WholeDesign.check(editing.design()));
        if (i % 50 == 0) {
          settle();
        }
      } catch (AssertionError | IllegalStateException e) {
        throw new AssertionError(
            "seed " + seed + " on " + sample + ", the last actions: " + String.join("; ", done), e);
      }
    }
    byte[] last = bytes();
    assertThat(Arrays.equals(last, opened)).as("something has changed").isFalse();
    int steps = ui(this::undoAll);
    assertThat(steps).isGreaterThan(actions / 10);
    assertThat(bytes()).as("undone exactly, seed " + seed).isEqualTo(opened);
    assertThat(ui(() -> editing.editor().isDirty())).isFalse();
    run(
        () -> {
          for (int i = 0; i < steps; i++) {
            editing.edit().redo();
          }
        });
    assertThat(bytes()).as("done again exactly, seed " + seed).isEqualTo(last);
    ui(this::undoAll);
    assertThat(bytes()).isEqualTo(opened);
  }

  private int undoAll() {
    int steps = 0;
    while (editing.edit().canUndo()) {
      editing.edit().undo();
      steps++;
    }
    return steps;
  }

  private static void awaitLayout() {
    until(
        "the layout is done",
        () ->
            Arrays.stream(Job.getJobManager().find(null))
                .noneMatch(job -> job.getClass().getName().contains(".arrange.")));
    settle();
  }

  private void remember(String action) {
    done.add(action);
    if (done.size() > REMEMBERED) {
      done.remove();
    }
  }

  private byte[] bytes() {
    return ui(() -> DesignFile.toBytes(editing.design()));
  }
}
