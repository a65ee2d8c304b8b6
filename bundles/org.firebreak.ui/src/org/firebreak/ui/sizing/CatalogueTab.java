package org.firebreak.ui.sizing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.firebreak.core.sizing.Appliance;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.ApplianceQuery;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Rating;
import org.firebreak.scene.Token;
import org.firebreak.ui.lists.FilterField;
import org.firebreak.ui.lists.Grid;
import org.firebreak.ui.lists.Grid.Column;
import org.firebreak.ui.theme.Style;

/** The appliances, judged for one firewall; Enter chooses. */
final class CatalogueTab {
  private static final String ALL_VENDORS = "All vendors";
  private static final String ALL_FORMS = "All forms";

  private final SizingEdits edits;
  private final Composite control;
  private final Grid<CatalogueRow> grid;
  private final Combo vendor;
  private final Combo form;
  private final Button adequate;
  private final Button choose;
  private final Label counts;
  private String words = "";
  private ApplianceCatalogue catalogue = ApplianceCatalogue.shipped();
  private Optional<CentralSizing> firewall = Optional.empty();

  CatalogueTab(Composite parent, SizingEdits edits, OwnAppliances own) {
    this.edits = edits;
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    Composite strip = Style.STRIP.on(new Composite(control, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(7).margins(8, 4).spacing(6, 0).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    new FilterField(strip, "Search appliances", this::search, this::setFocus);
    vendor = combo(strip, ALL_VENDORS, "Appliances of one vendor only");
    form = combo(strip, ALL_FORMS, "Appliances of one form only");
    Arrays.stream(Appliance.Form.values()).map(CatalogueRow::words).forEach(form::add);
    adequate = new Button(strip, SWT.CHECK);
    adequate.setText("Adequate");
    adequate.setToolTipText("Only those that pass in every decisive dimension");
    adequate.addListener(SWT.Selection, event -> list());
    counts = Style.MUTED.on(new Label(strip, SWT.RIGHT));
    counts.setToolTipText("Appliances that are listed");
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(counts);
    own.button(strip, this::listed);
    choose = new Button(strip, SWT.PUSH);
    choose.setText("Choose");
    choose.addListener(SWT.Selection, event -> chooseSelected());
    grid = new Grid<>(control, CatalogueRow::key);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
    columns();
    grid.onSelect(row -> enable());
    grid.onOpen(this::choose);
    list();
  }

  private Combo combo(Composite strip, String all, String tip) {
    Combo combo = new Combo(strip, SWT.READ_ONLY);
    combo.add(all);
    combo.select(0);
    combo.setToolTipText(tip);
    combo.addListener(SWT.Selection, event -> list());
    return combo;
  }

  private void columns() {
    grid.column(
        Column.<CatalogueRow>of(
                "Appliance",
                row ->
                    (row.chosen() ? "▸ " : "")
                        + row.appliance().name()
                        + (row.appliance().own() ? " (own)" : ""))
            .hint("Vendor and model; ▸ is the chosen one")
            .width(166, 4)
            .tip(CatalogueRow::facts));
    grid.column(
        Column.<CatalogueRow>of("Form", row -> CatalogueRow.words(row.appliance().form()))
            .width(64, 1)
            .colour(row -> Token.MUTED)
            .tip(CatalogueRow::facts));
    grid.column(
        Column.<CatalogueRow>of("Threat", row -> row.rated(Rating.THREAT))
            .hint("Inspected Throughput with threat prevention as published; – is unknown")
            .width(78, 1)
            .figures()
            .tip(CatalogueRow::facts));
    grid.column(
        Column.<CatalogueRow>of("Load", CatalogueRow::load)
            .hint("need / (rated · derate k) at the end of the horizon, for the inspection wanted")
            .width(56, 1)
            .figures()
            .tip(CatalogueRow::why));
    grid.column(
        Column.<CatalogueRow>of("Verdict", CatalogueRow::verdict)
            .hint("Over all dimensions; the tooltip says why")
            .width(142, 2)
            .icon(CatalogueRow::icon)
            .tip(CatalogueRow::why));
    grid.column(
        Column.<CatalogueRow>of(
                "Confidence", row -> CatalogueRow.words(row.appliance().confidence()))
            .hint("How far the published figures can be trusted")
            .width(78, 1)
            .tip(CatalogueRow::facts));
    grid.column(
        Column.<CatalogueRow>of(
                "Source", row -> row.appliance().sourceDate() + ", " + row.appliance().source())
            .hint("Date and origin of the figures")
            .width(90, 3)
            .colour(row -> Token.MUTED)
            .tip(CatalogueRow::facts));
  }

  Composite control() {
    return control;
  }

  void setFocus() {
    grid.table().setFocus();
  }

  void show(ApplianceCatalogue shown, Optional<CentralSizing> of) {
    catalogue = shown;
    firewall = of;
    String kept = vendor.getText();
    vendor.setItems(ALL_VENDORS);
    shown.vendors().forEach(vendor::add);
    vendor.select(Math.max(0, vendor.indexOf(kept)));
    list();
  }

  private void search(String wanted) {
    words = wanted;
    list();
  }

  private void list() {
    Set<Appliance.Form> forms =
        form.getSelectionIndex() <= 0
            ? Set.of()
            : EnumSet.of(Appliance.Form.values()[form.getSelectionIndex() - 1]);
    Set<String> vendors = vendor.getSelectionIndex() <= 0 ? Set.of() : Set.of(vendor.getText());
    ApplianceQuery query = new ApplianceQuery(words, vendors, forms, Set.of(), false);
    List<CatalogueRow> all = CatalogueRow.of(catalogue, firewall);
    List<CatalogueRow> rows =
        all.stream()
            .filter(row -> query.test(row.appliance()))
            .filter(row -> !adequate.getSelection() || isAdequate(row))
            .toList();
    grid.show(rows);
    counts.setText(rows.size() == all.size() ? "" + all.size() : rows.size() + " of " + all.size());
    enable();
  }

  private static boolean isAdequate(CatalogueRow row) {
    return row.check().filter(it -> it.verdict() == ApplianceCheck.Verdict.ADEQUATE).isPresent();
  }

  private List<Appliance> listed() {
    return grid.rows().stream().map(CatalogueRow::appliance).toList();
  }

  private void chooseSelected() {
    grid.selected().forEach(this::choose);
  }

  private void choose(CatalogueRow row) {
    firewall.ifPresent(each -> edits.appliance(each.point(), row.appliance().name()));
  }

  private void enable() {
    boolean can = firewall.isPresent() && grid.selected().stream().anyMatch(row -> !row.chosen());
    choose.setEnabled(can);
    choose.setToolTipText(
        firewall
            .map(each -> "Makes the selected appliance that of " + each.point().name())
            .orElse("Under this strategy no central firewall inspects"));
  }
}
