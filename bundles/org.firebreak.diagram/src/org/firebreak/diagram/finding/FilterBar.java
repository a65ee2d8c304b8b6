package org.firebreak.diagram.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.FlowState;
import org.firebreak.model.Risk;
import org.firebreak.model.Zone;

/** Lets everything stand back that does not match what the bar asks for. */
final class FilterBar extends Bar {
  /** Typing faster than this filters once. */
  private static final int PAUSE_MS = 150;

  private static final int WORDS = 110;
  private static final int CHOICE = 88;

  private final DiagramContext context;
  private final Dimming dimming;
  private final Text words;
  private final Choice<Zone> zone;
  private final Choice<Risk> risk;
  private final Choice<String> service;
  private final Choice<String> label;
  private final Choice<FlowState> state;
  private final Button findings;
  private final Label count;
  private final Runnable apply = this::apply;
  private final ModelEdit.Listener follower = change -> follow();

  FilterBar(Composite parent, DiagramContext context, Dimming dimming) {
    super(parent, 1);
    RowLayout wrapping = new RowLayout(SWT.HORIZONTAL);
    wrapping.center = true;
    wrapping.marginLeft = 8;
    wrapping.marginRight = 8;
    wrapping.spacing = 6;
    row().setLayout(wrapping);
    this.context = context;
    this.dimming = dimming;
    words = new Text(row(), SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
    words.setMessage("Filter");
    words.setLayoutData(new RowData(WORDS, SWT.DEFAULT));
    zone = new Choice<>("Zone", "Any zone");
    risk = new Choice<>("Risk", "Any risk");
    service = new Choice<>("Service", "Any service");
    label = new Choice<>("Label", "Any label");
    state = new Choice<>("State", "Any state");
    findings = new Button(row(), SWT.CHECK);
    findings.setText("Findings");
    findings.setToolTipText("Only what has a warning or an error");
    findings.addListener(SWT.Selection, event -> apply());
    count = label("");
    count.setLayoutData(new RowData());
    Button clear = new Button(row(), SWT.PUSH | SWT.FLAT);
    clear.setText("Clear");
    clear.addListener(SWT.Selection, event -> clear());
    ToolBar bar = toolBar();
    bar.setLayoutData(new RowData());
    button(bar, "close", "Close (Esc)", this::close);
    words.addModifyListener(event -> words.getDisplay().timerExec(PAUSE_MS, apply));
    row().addListener(SWT.Dispose, event -> context.edit().removeListener(follower));
    for (org.eclipse.swt.widgets.Control control : row().getChildren()) {
      control.addListener(
          SWT.KeyDown,
          event -> {
            if (event.keyCode == SWT.ESC) {
              close();
            }
          });
    }
  }

  /** Opens the bar, or closes it and shows everything again. */
  void toggle() {
    if (isOpen()) {
      close();
    } else {
      setOpen(true);
      context.edit().addListener(follower);
      follow();
      words.setFocus();
    }
  }

  @Override
  void close() {
    if (isOpen()) {
      context.edit().removeListener(follower);
      setOpen(false);
      clear();
      context.canvas().control().setFocus();
    }
  }

  void findingsChanged() {
    if (isOpen() && findings.getSelection()) {
      apply();
    }
  }

  private void clear() {
    words.setText("");
    zone.clear();
    risk.clear();
    service.clear();
    label.clear();
    state.clear();
    findings.setSelection(false);
    apply();
  }

  /** Offers what the design has now, and filters it anew. */
  private void follow() {
    Design design = context.design();
    Map<String, Zone> zones = new LinkedHashMap<>();
    Set<String> labels = new TreeSet<>();
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      EObject object = all.next();
      if (object instanceof Zone each) {
        zones.put(path(each), each);
      }
      if (object instanceof Endpoint endpoint) {
        endpoint.getLabels().forEach(each -> labels.add(each.getKey() + "=" + each.getValue()));
      }
    }
    Set<String> services = new TreeSet<>();
    design.getServices().forEach(each -> services.add(ModelDescriptions.label(each)));
    zone.offer(zones);
    service.offer(same(services));
    label.offer(same(labels));
    risk.offer(literals(Risk.values(), (each, text) -> text));
    state.offer(literals(FlowState.values(), (each, text) -> text));
    apply();
  }

  private static String path(Zone zone) {
    String name = ModelDescriptions.label(zone);
    return zone.eContainer() instanceof Zone outer ? path(outer) + " › " + name : name;
  }

  private static Map<String, String> same(Set<String> values) {
    Map<String, String> all = new LinkedHashMap<>();
    values.forEach(value -> all.put(value, value));
    return all;
  }

  private static <T extends org.eclipse.emf.common.util.Enumerator> Map<String, T> literals(
      T[] values, BiFunction<T, String, String> name) {
    Map<String, T> all = new LinkedHashMap<>();
    Arrays.stream(values)
        .forEach(value -> all.put(name.apply(value, ModelDescriptions.text(value)), value));
    return all;
  }

  private FilterCriteria criteria() {
    return new FilterCriteria(
        words.getText().strip(),
        zone.value(),
        risk.value(),
        service.value(),
        label.value(),
        state.value(),
        findings.getSelection());
  }

  private void apply() {
    if (row().isDisposed()) {
      return;
    }
    FilterCriteria criteria = criteria();
    if (criteria.isNone() || !isOpen()) {
      dimming.setFiltered(null);
      say("");
      return;
    }
    Set<Element> worded =
        criteria.text().isEmpty()
            ? Set.of()
            : Set.copyOf(
                new SearchIndex(context.design(), context.diagram()).find(criteria.text()));
    Filter filter =
        new Filter(context.design(), criteria, worded, context.canvas().live().options().alarms());
    dimming.setFiltered(filter.kept());
    int matches = filter.matches().size();
    say(matches == 0 ? "No match" : matches == 1 ? "1 match" : matches + " matches");
  }

  private void say(String text) {
    if (!text.equals(count.getText())) {
      count.setText(text);
      count.requestLayout();
    }
  }

  /** A combo of one criterion, whose first item asks for nothing. */
  private final class Choice<T> {
    private final Combo combo;
    private final String any;
    private final List<T> values = new ArrayList<>();

    Choice(String any, String hint) {
      this.any = any;
      combo = new Combo(row(), SWT.READ_ONLY | SWT.DROP_DOWN);
      combo.setItems(any);
      combo.select(0);
      combo.setToolTipText(hint);
      combo.addListener(SWT.Selection, event -> apply());
      combo.setLayoutData(new RowData(CHOICE, SWT.DEFAULT));
    }

    void offer(Map<String, T> choices) {
      T before = value();
      values.clear();
      values.addAll(choices.values());
      List<String> items = new ArrayList<>(List.of(any));
      items.addAll(choices.keySet());
      if (!items.equals(List.of(combo.getItems()))) {
        combo.setItems(items.toArray(String[]::new));
      }
      combo.select(before == null ? 0 : values.indexOf(before) + 1);
    }

    T value() {
      int index = combo.getSelectionIndex();
      return index < 1 || index > values.size() ? null : values.get(index - 1);
    }

    void clear() {
      combo.select(0);
    }
  }
}
