package org.firebreak.ui.recovery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Display;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.jobs.ChangedCopy;

/**
 * Keeps a copy of every unsaved design in the workspace, never in the user's file: at a regular
 * interval each that was edited meanwhile is copied on the UI thread, and written by a job. The
 * copy goes when the design is saved, is again what its file says, or is closed. For the UI thread.
 */
final class Autosave implements OpenDesigns.Listener {
  /** Preference node; its key is the interval in seconds, 0 for none. */
  static final String NODE = "org.firebreak.ui";

  static final String SECONDS = "autosaveSeconds";
  private static final int DEFAULT_SECONDS = 60;

  private final OpenDesigns designs;
  private final RecoveryStore store;
  private final RecoveryWriter writer;
  private final FileHash hashes;
  private final Display display;
  private final Map<DesignDocument, Kept> kept = new HashMap<>();
  private final Runnable tick = this::tick;
  private final IPreferenceChangeListener setting;

  /** What is kept of one design: the key of its copy, and whether it was edited since. */
  private static final class Kept {
    private final String key = UUID.randomUUID().toString();
    private boolean edited = true;
    private boolean written;
  }

  Autosave(
      OpenDesigns designs,
      RecoveryStore store,
      RecoveryWriter writer,
      FileHash hashes,
      Display display) {
    this.designs = designs;
    this.store = store;
    this.writer = writer;
    this.hashes = hashes;
    this.display = display;
    setting =
        event -> {
          if (SECONDS.equals(event.getKey())) {
            display.asyncExec(this::startClock);
          }
        };
  }

  void start() {
    designs.addListener(this);
    preferences().addPreferenceChangeListener(setting);
    designsChanged();
    startClock();
  }

  /** Nothing is lost any more: removes all copies and waits for that. */
  void stop() {
    designs.removeListener(this);
    display.timerExec(-1, tick);
    preferences().removePreferenceChangeListener(setting);
    kept.values().forEach(this::drop);
    kept.clear();
    writer.finish();
  }

  /** Copies what was edited since it was copied last. */
  void keepNow() {
    for (DesignDocument document : designs.all()) {
      Kept state = kept.computeIfAbsent(document, key -> new Kept());
      if (!document.isDirty()) {
        drop(state);
      } else if (state.edited) {
        keep(document, state);
      }
    }
  }

  @Override
  public void designsChanged() {
    List<DesignDocument> open = designs.all();
    kept.entrySet()
        .removeIf(
            entry -> {
              boolean closed = !open.contains(entry.getKey());
              if (closed) {
                drop(entry.getValue());
              }
              return closed;
            });
  }

  @Override
  public void happened(DesignDocument document, DesignDocument.Event event) {
    Kept state = kept.computeIfAbsent(document, key -> new Kept());
    switch (event) {
      case EDITED -> state.edited = true;
      case SAVED -> drop(state);
      case FINDINGS, OVERLAY -> {
        // The design is what it was.
      }
    }
  }

  /** Serialising takes longer than copying, so only the copy is made here. */
  private void keep(DesignDocument document, Kept state) {
    state.edited = false;
    state.written = true;
    Design copy = ChangedCopy.of(document.design());
    var file = document.file();
    var stamp = document.stamp();
    String name = document.name();
    Instant now = Instant.now();
    writer.add(
        () -> {
          String hash = file == null ? "" : hashes.of(file, stamp);
          store.write(
              new RecoveryEntry(state.key, file, name, now, stamp, hash), DesignFile.toBytes(copy));
        });
  }

  private void drop(Kept state) {
    if (state.written) {
      state.written = false;
      writer.add(() -> store.remove(state.key));
    }
    state.edited = true;
  }

  private void tick() {
    keepNow();
    startClock();
  }

  private void startClock() {
    int seconds = preferences().getInt(SECONDS, DEFAULT_SECONDS);
    display.timerExec(-1, tick);
    if (seconds > 0) {
      display.timerExec(seconds * 1000, tick);
    }
  }

  private static IEclipsePreferences preferences() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
