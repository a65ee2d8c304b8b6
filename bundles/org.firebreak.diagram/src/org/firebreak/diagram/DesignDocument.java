package org.firebreak.diagram;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.diagram.canvas.LegendAction;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.io.AtomicFile;
import org.firebreak.model.io.DesignFile;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.Overlay;

/**
 * An open design: its file, its one undo stack, and the findings that diagrams show. Shared by all
 * editors and views of the file. To be used on the UI thread.
 */
public final class DesignDocument {
  /** What happened to a document. */
  public enum Event {
    /** The design was edited, undone or redone; the dirty state may have changed. */
    EDITED,
    /** The design was written; it is not dirty, and its file may be another one. */
    SAVED,
    /** Other findings than before. */
    FINDINGS,
    /** Another overlay than before, or none any more. */
    OVERLAY
  }

  /** Is told of every event on the thread that caused it. */
  public interface Listener {
    void happened(DesignDocument document, Event event);
  }

  /**
   * A design as it was at one moment, ready to be written by any thread.
   *
   * @param file where to
   * @param content bytes of the file
   */
  public record Snapshot(Path file, byte[] content) {
    /**
     * Writes the file whole or not at all.
     *
     * @throws IOException if the folder cannot be written
     */
    public void write(Progress progress) throws IOException {
      progress.begin("Saving " + file.getFileName(), 1);
      AtomicFile.write(file, content);
      progress.worked(1);
    }
  }

  private final ModelEdit edit;
  private final List<Listener> listeners = new ArrayList<>();
  private Map<String, Alarm> findings = Map.of();
  private Function<String, List<String>> remarks = id -> List.of();
  private Overlay overlay;
  private LegendAction overlayAction;
  private Path file;
  private FileStamp stamp;
  private boolean apart;

  DesignDocument(Design design, Path file) {
    this.edit = new ModelEdit(Objects.requireNonNull(design));
    this.file = file;
    this.stamp = stampOf(file);
    edit.addListener(change -> tell(Event.EDITED));
  }

  /** The design's file; {@code null} while it was never saved. */
  public Path file() {
    return file;
  }

  /** File name, or the design's name while it was never saved. */
  public String name() {
    if (file != null) {
      return file.getFileName().toString();
    }
    String name = design().getName();
    return name == null || name.isBlank() ? "Untitled" : name;
  }

  public ModelEdit edit() {
    return edit;
  }

  public Design design() {
    return edit.design();
  }

  /** Whether the design differs from its file; one that was never saved always does. */
  public boolean isDirty() {
    return file == null || apart || edit.isDirty();
  }

  /** The file as it was when the design was last read from it, written to it or kept against it. */
  public FileStamp stamp() {
    return stamp;
  }

  /** Whether somebody else has written or removed the file since. */
  public boolean isFileChanged() {
    return !stampOf(file).equals(stamp);
  }

  /** The design says what the file says: it was just read into it. */
  public void matchesFile(FileStamp now) {
    stamp = now;
    apart = false;
    edit.markSaved();
    tell(Event.SAVED);
  }

  /** The file was touched, but says what it said before. */
  public void fileTouched(FileStamp now) {
    stamp = now;
  }

  /** The user keeps the design although its file says something else or is gone: it is dirty. */
  public void keepApart(FileStamp now) {
    stamp = now;
    apart = true;
    tell(Event.EDITED);
  }

  private static FileStamp stampOf(Path file) {
    return file == null ? FileStamp.NONE : FileStamp.of(file);
  }

  /** The design as it is now, to be written by {@link Snapshot#write} on any thread. */
  public Snapshot snapshot(Path target) {
    return new Snapshot(DesignDocuments.canonical(target), DesignFile.toBytes(design()));
  }

  /**
   * The snapshot was written and nothing was edited since it was taken: the document is clean and
   * belongs to that file from now on.
   */
  public void saved(Snapshot snapshot) {
    file = snapshot.file();
    matchesFile(stampOf(file));
  }

  /**
   * Writes the design and waits for it.
   *
   * @param target the file, from now on the document's
   * @throws IOException if it cannot be written; the previous content stays
   */
  public void save(Path target, Progress progress) throws IOException {
    Snapshot snapshot = snapshot(target);
    snapshot.write(progress);
    saved(snapshot);
  }

  /** The worst finding on an element. */
  public Alarm alarm(Element element) {
    return findings.getOrDefault(element.getId(), Alarm.NONE);
  }

  /**
   * Shows findings on all diagrams.
   *
   * @param worst worst finding by the id of the element; what is not in it has none
   * @param inWords the findings on the element with an id, as lines of a tooltip; asked when one is
   *     shown
   */
  public void showFindings(Map<String, Alarm> worst, Function<String, List<String>> inWords) {
    remarks = inWords;
    if (!findings.equals(worst)) {
      findings = new LinkedHashMap<>(worst);
      tell(Event.FINDINGS);
    }
  }

  /** The findings on the element with an id, as lines of a tooltip. */
  public List<String> remarks(String id) {
    return remarks.apply(id);
  }

  /**
   * Lays an overlay over all diagrams.
   *
   * @param wanted null for none
   */
  public void showOverlay(Overlay wanted) {
    showOverlay(wanted, null);
  }

  /**
   * Lays an overlay over all diagrams.
   *
   * @param wanted null for none
   * @param action offered by its legend; null for none
   */
  public void showOverlay(Overlay wanted, LegendAction action) {
    if (wanted != overlay) {
      overlay = wanted;
      overlayAction = action;
      tell(Event.OVERLAY);
    }
  }

  /** The overlay of all diagrams; {@code null} for none. */
  public Overlay overlay() {
    return overlay;
  }

  /** What the legend of the overlay offers; {@code null} for nothing. */
  public LegendAction overlayAction() {
    return overlayAction;
  }

  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  private void tell(Event event) {
    for (Listener listener : List.copyOf(listeners)) {
      listener.happened(this, event);
    }
  }
}
