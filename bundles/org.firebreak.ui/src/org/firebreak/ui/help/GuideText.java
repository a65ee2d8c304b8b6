package org.firebreak.ui.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.firebreak.scene.Token;
import org.firebreak.ui.help.RichText.Look;
import org.firebreak.ui.theme.Palette;
import org.firebreak.ui.theme.Themes;

/** Shows a {@link RichText}: selectable, with links and pictures, in the colours of the window. */
final class GuideText {
  private static final int STEP = 16;
  private static final int MARGIN = 14;
  private static final int GAP = 9;

  private final StyledText widget;
  private final Consumer<String> opener;
  private final Function<String, Image> pictures;
  private final Map<Integer, Image> images = new HashMap<>();
  private final Map<Look, Font> fonts = new HashMap<>();
  private RichText shown = new RichText("", List.of(), List.of(), List.of());

  /**
   * @param opener takes the target of a link that is clicked
   * @param pictures gives the picture of a path; {@code null} if there is none. It is not disposed
   *     here.
   */
  GuideText(Composite parent, Consumer<String> opener, Function<String, Image> pictures) {
    this.opener = opener;
    this.pictures = pictures;
    widget = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.MULTI);
    widget.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
    widget.setCaret(null);
    makeFonts();
    widget.addListener(SWT.MouseMove, this::point);
    widget.addListener(SWT.MouseUp, this::click);
    widget.addPaintObjectListener(
        event -> {
          Image image = images.get(event.style.start);
          if (image != null) {
            Rectangle from = image.getBounds();
            int height = event.style.metrics.ascent;
            event.gc.drawImage(
                image,
                0,
                0,
                from.width,
                from.height,
                event.x,
                event.y + event.ascent - height,
                event.style.metrics.width,
                height);
          }
        });
    Runnable recolour = this::style;
    Themes.addListener(recolour);
    widget.addDisposeListener(event -> Themes.removeListener(recolour));
    widget.addListener(SWT.Resize, event -> fitPictures());
  }

  /** For a text inside another page: no margins of its own, no scroll bar. */
  void withoutFrame() {
    widget.setMargins(0, 0, 0, 0);
    widget.setAlwaysShowScrollBars(false);
  }

  StyledText control() {
    return widget;
  }

  /** Shows a text from an anchor, or from its beginning if there is no such anchor. */
  void show(RichText text, String anchor) {
    shown = text;
    images.clear();
    widget.setText(text.text());
    for (int i = 0; i < text.lines().size(); i++) {
      RichText.Line line = text.lines().get(i);
      widget.setLineIndent(i, 1, line.indent() * STEP);
      widget.setLineWrapIndent(i, 1, line.hang() * STEP);
      widget.setLineVerticalIndent(i, line.gap() ? GAP : 2);
    }
    style();
    int offset = anchor == null ? 0 : text.offset(anchor);
    widget.setTopIndex(widget.getLineAtOffset(offset));
    widget.setSelection(offset);
  }

  /** Marks every occurrence of some words and shows the first after the top. */
  void mark(List<String> words) {
    String all = shown.text().toLowerCase(Locale.ROOT);
    for (String word : words) {
      for (int at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + word.length())) {
        StyleRange[] present = widget.getStyleRanges(at, word.length());
        StyleRange marked = present.length > 0 ? (StyleRange) present[0].clone() : new StyleRange();
        marked.start = at;
        marked.length = word.length();
        if (marked.metrics == null) {
          marked.background = Palette.color(Token.SELECTION);
          widget.setStyleRange(marked);
        }
      }
    }
  }

  private void makeFonts() {
    LocalResourceManager resources =
        new LocalResourceManager(JFaceResources.getResources(), widget);
    FontDescriptor usual = FontDescriptor.createFrom(JFaceResources.getDefaultFont());
    fonts.put(Look.TITLE, resources.create(usual.increaseHeight(6).withStyle(SWT.BOLD)));
    fonts.put(Look.HEADING, resources.create(usual.increaseHeight(3).withStyle(SWT.BOLD)));
    fonts.put(Look.SUBHEADING, resources.create(usual.increaseHeight(1).withStyle(SWT.BOLD)));
    fonts.put(Look.CODE, JFaceResources.getTextFont());
  }

  /** Spans may be inside each other: each position gets what all that cover it say. */
  private void style() {
    if (widget.isDisposed()) {
      return;
    }
    images.clear();
    List<StyleRange> ranges = new ArrayList<>();
    int[] cuts =
        shown.spans().stream()
            .flatMapToInt(span -> IntStream.of(span.start(), span.start() + span.length()))
            .sorted()
            .distinct()
            .toArray();
    for (int i = 0; i + 1 < cuts.length; i++) {
      StyleRange range = new StyleRange();
      range.start = cuts[i];
      range.length = cuts[i + 1] - cuts[i];
      boolean any = false;
      for (RichText.Span span : shown.spans()) {
        if (span.start() <= cuts[i] && span.start() + span.length() >= cuts[i + 1]) {
          dress(range, span);
          any = true;
        }
      }
      if (any) {
        ranges.add(range);
      }
    }
    widget.setStyleRanges(ranges.toArray(StyleRange[]::new));
    for (int i = 0; i < shown.lines().size(); i++) {
      boolean code = shown.lines().get(i).code();
      widget.setLineBackground(i, 1, code ? Palette.color(Token.CARD) : null);
    }
    fitPictures();
  }

  private void dress(StyleRange range, RichText.Span span) {
    Font font = fonts.get(span.look());
    if (font != null && range.font == null) {
      range.font = font;
    }
    switch (span.look()) {
      case STRONG -> range.fontStyle |= SWT.BOLD;
      case EMPHASIS -> range.fontStyle |= SWT.ITALIC;
      case MUTED -> range.foreground = Palette.color(Token.MUTED);
      case LINK -> range.foreground = Palette.color(Token.ACCENT);
      case PICTURE -> {
        Image image = pictures.apply(span.target());
        if (image != null) {
          images.put(range.start, image);
        }
      }
      default -> {
        // The font alone.
      }
    }
  }

  /** Pictures are as wide as the text, and never wider than they are. */
  private void fitPictures() {
    int width = widget.getClientArea().width - 2 * MARGIN;
    images.forEach(
        (offset, image) -> {
          Rectangle size = image.getBounds();
          int shownWidth = Math.max(60, Math.min(width, size.width));
          StyleRange range = new StyleRange();
          range.start = offset;
          range.length = 1;
          range.metrics = new GlyphMetrics(shownWidth * size.height / size.width, 0, shownWidth);
          widget.setStyleRange(range);
        });
  }

  private String linkAt(Event event) {
    int offset = widget.getOffsetAtPoint(new Point(event.x, event.y));
    return shown.spans().stream()
        .filter(span -> span.look() == Look.LINK)
        .filter(span -> offset >= span.start() && offset < span.start() + span.length())
        .map(RichText.Span::target)
        .findFirst()
        .orElse(null);
  }

  private void point(Event event) {
    boolean link = linkAt(event) != null;
    widget.setCursor(link ? widget.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
  }

  private void click(Event event) {
    String target = event.button == 1 && widget.getSelectionCount() == 0 ? linkAt(event) : null;
    if (target != null) {
      opener.accept(target);
    }
  }
}
