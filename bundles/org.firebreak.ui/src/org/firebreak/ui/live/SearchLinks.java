package org.firebreak.ui.live;

import org.eclipse.swt.widgets.Display;
import org.firebreak.diagram.DesignDocument;

/**
 * The links with which a search for an answer is cancelled and begun again; for any part that shows
 * the answer. For the UI thread.
 */
public final class SearchLinks {
  /** A search that takes longer can be cancelled, ms. */
  private static final int LONG_MS = 300;

  private static final String CANCEL = "cancel";
  private static final String AGAIN = "again";

  private final LiveAnswer<?> answer;
  private final Display display;
  private final Runnable offering;
  private final Runnable watcher = this::searching;
  private DesignDocument document;

  /**
   * @param offering is called when other links than before are to be shown; after the end, too
   */
  public SearchLinks(LiveAnswer<?> answer, Display display, Runnable offering) {
    this.answer = answer;
    this.display = display;
    this.offering = offering;
    answer.addWatcher(watcher);
  }

  /**
   * Watches another design.
   *
   * @param next {@code null} for none
   */
  public void watch(DesignDocument next) {
    document = next;
  }

  public void end() {
    answer.removeWatcher(watcher);
  }

  /** At once when there is nothing to cancel any more; late when there is, so nothing flickers. */
  private void searching() {
    display.timerExec(isRunning() ? LONG_MS : 0, offering);
  }

  public boolean isRunning() {
    return document != null && answer.isRunning(document);
  }

  /** The links as they are to be now; empty for none. */
  public String text(String again) {
    if (isRunning()) {
      return cancel();
    }
    return document != null && answer.isPending(document) ? again(again) : "";
  }

  /** The link that cancels. */
  public String cancel() {
    return "<a href=\"" + CANCEL + "\">Cancel</a>";
  }

  /** The link that begins again, with these words. */
  public String again(String words) {
    return "<a href=\"" + AGAIN + "\">" + words + "</a>";
  }

  /** Does what a link says; answers whether it was one of these. */
  public boolean follow(String link) {
    switch (link) {
      case CANCEL -> answer.cancel(document);
      case AGAIN -> answer.again(document);
      default -> {
        return false;
      }
    }
    return true;
  }
}
