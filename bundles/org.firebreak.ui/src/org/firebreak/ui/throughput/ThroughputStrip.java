package org.firebreak.ui.throughput;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.firebreak.ui.theme.Style;

/**
 * The strip over table and chart: what is listed, how sure it is, links, and which chart is shown.
 */
final class ThroughputStrip {
  private final Composite strip;
  private final Combo kinds;
  private final Label sure;
  private final Link links;
  private final Combo charts;

  ThroughputStrip(
      Composite parent,
      Consumer<LoadKind> kindChosen,
      Consumer<ChartKind> chartChosen,
      Consumer<String> linkChosen) {
    strip = Style.STRIP.on(new Composite(parent, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(4).margins(6, 3).spacing(10, 0).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    kinds = combo("What the table lists");
    for (LoadKind kind : LoadKind.values()) {
      kinds.add(kind.label());
    }
    kinds.addListener(
        SWT.Selection, event -> kindChosen.accept(LoadKind.values()[kinds.getSelectionIndex()]));
    sure = Style.MUTED.on(new Label(strip, SWT.NONE));
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(sure);
    links = new Link(strip, SWT.NONE);
    links.addListener(SWT.Selection, event -> linkChosen.accept(event.text));
    GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(links);
    charts = combo("What the chart shows");
    for (ChartKind kind : ChartKind.values()) {
      charts.add(kind.label());
    }
    charts.addListener(
        SWT.Selection, event -> chartChosen.accept(ChartKind.values()[charts.getSelectionIndex()]));
    show(LoadKind.BOUNDARIES, ChartKind.PROFILE);
  }

  private Combo combo(String hint) {
    Combo combo = new Combo(strip, SWT.DROP_DOWN | SWT.READ_ONLY);
    combo.setToolTipText(hint);
    return combo;
  }

  void show(LoadKind kind, ChartKind chart) {
    kinds.select(kind.ordinal());
    charts.select(chart.ordinal());
  }

  /** Says how sure the figures are. */
  void say(String text) {
    sure.setText(text);
    sure.setToolTipText(text);
  }

  /** Offers links; empty for none. */
  void offer(String text) {
    if (!text.equals(links.getText())) {
      links.setText(text);
      strip.layout();
    }
  }

  void setFocus() {
    kinds.setFocus();
  }
}
