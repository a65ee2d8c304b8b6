package org.firebreak.ui.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.simulate.Answer;
import org.firebreak.core.simulate.Query;
import org.firebreak.core.simulate.QueryException;
import org.firebreak.core.simulate.Simulator;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Protocol;
import org.firebreak.ui.designs.ElementIndex;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.designs.Reveal;
import org.firebreak.ui.designs.SelectedElements;
import org.firebreak.ui.jobs.ChangedCopy;

/** Asks whether the active design permits a connection, by which flow, where and why. */
public final class SimulateView extends ViewPart {
  public static final String ID = "org.firebreak.ui.simulate";

  private static final List<Protocol> PROTOCOLS =
      Protocol.VALUES.stream().filter(protocol -> protocol != Protocol.ANY).toList();

  private final OpenDesigns.Listener changes = new Changes();
  private OpenDesigns designs;
  private Text from;
  private Text to;
  private Combo protocol;
  private Text number;
  private Label tenantLabel;
  private Combo tenant;
  private AnswerPane answer;
  private CompiledPolicy policy;
  private boolean answering;

  @Override
  public void createPartControl(Composite parent) {
    designs = OpenDesigns.in(getSite().getWorkbenchWindow());
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    Composite row = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(11).margins(12, 10).spacing(8, 0).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    from = end(row, "From");
    to = end(row, "To");
    label(row, "Protocol");
    protocol = new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY);
    protocol.setItems(PROTOCOLS.stream().map(ModelDescriptions::text).toArray(String[]::new));
    protocol.select(0);
    number = new Text(row, SWT.BORDER | SWT.SINGLE);
    number.setMessage("port");
    GridDataFactory.swtDefaults().hint(64, SWT.DEFAULT).applyTo(number);
    number.addListener(SWT.DefaultSelection, event -> ask());
    tenantLabel = label(row, "Tenant");
    tenant = new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY);
    Button button = new Button(row, SWT.PUSH);
    button.setText("Simulate");
    button.addListener(SWT.Selection, event -> ask());
    answer = new AnswerPane(parent, this::reveal);
    designs.addListener(changes);
    changes.designsChanged();
  }

  @Override
  public void setFocus() {
    if (from.getText().isEmpty() && to.getText().isEmpty()) {
      List<EObject> selected = SelectedElements.of(getSite().getPage().getSelection());
      Prefill.of(selected).ifPresent(this::fill);
    }
    from.setFocus();
  }

  @Override
  public void dispose() {
    designs.removeListener(changes);
    super.dispose();
  }

  private Text end(Composite row, String name) {
    label(row, name);
    Text text = new Text(row, SWT.BORDER | SWT.SINGLE);
    text.setMessage("server or address");
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .hint(80, SWT.DEFAULT)
        .applyTo(text);
    text.addListener(SWT.DefaultSelection, event -> ask());
    ServerProposals.attach(text, designs);
    return text;
  }

  private static Label label(Composite row, String text) {
    Label label = new Label(row, SWT.NONE);
    label.setText(text);
    return label;
  }

  private void fill(Prefill prefill) {
    from.setText(prefill.from());
    to.setText(prefill.to());
    protocol.select(Math.max(0, PROTOCOLS.indexOf(prefill.protocol())));
    number.setText(prefill.number());
  }

  private void ask() {
    DesignDocument document = designs.active().orElse(null);
    if (document == null || answering) {
      return;
    }
    Query query = query();
    answering = true;
    CompiledPolicy known = policy;
    Design copy = known == null ? ChangedCopy.of(document.design()) : null;
    Display display = from.getDisplay();
    Job job =
        Job.create(
            "Simulating",
            (ICoreRunnable)
                monitor -> {
                  CompiledPolicy compiled =
                      known != null ? known : PolicyCompiler.compile(copy, CompileOptions.today());
                  Runnable result = answer(query, compiled);
                  display.asyncExec(() -> show(document, compiled, result));
                });
    job.setSystem(true);
    job.setPriority(Job.SHORT);
    job.schedule();
  }

  private Query query() {
    Protocol chosen = PROTOCOLS.get(protocol.getSelectionIndex());
    boolean icmp = IpProtocols.isIcmp(IpProtocols.number(chosen));
    return new Query(
        from.getText(),
        to.getText(),
        chosen.getLiteral(),
        icmp ? "" : number.getText(),
        icmp ? number.getText() : "",
        "",
        tenant.getSelectionIndex() <= 0 ? "" : tenant.getText());
  }

  /** What shows the answer, or why there is none. */
  private Runnable answer(Query query, CompiledPolicy compiled) {
    try {
      Answer found = new Simulator(compiled).answer(query);
      return () -> {
        answer.show(found, () -> revealPath(found));
        revealPath(found);
      };
    } catch (QueryException e) {
      return () -> answer.problem(sentence(e.getMessage()));
    }
  }

  private static String sentence(String message) {
    return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
  }

  private void show(DesignDocument document, CompiledPolicy compiled, Runnable result) {
    answering = false;
    if (from.isDisposed() || designs.active().orElse(null) != document) {
      return;
    }
    policy = compiled;
    result.run();
  }

  /** Selects both ends, the flow that permits, and the firewalls, on the diagram. */
  private void revealPath(Answer found) {
    List<ElementRef> path = new ArrayList<>();
    if (found.source().server() != null) {
      path.add(found.source().server().ref());
    }
    if (found.verdict().flow() != null) {
      path.add(found.verdict().flow());
    }
    found.verdict().enforcedAt().forEach(each -> path.add(each.ref()));
    if (found.destination().server() != null) {
      path.add(found.destination().server().ref());
    }
    designs
        .active()
        .ifPresent(
            document -> {
              ElementIndex index = new ElementIndex(document.design());
              Reveal.in(
                  getSite().getPage(),
                  path.stream().distinct().map(index::find).flatMap(Optional::stream).toList());
            });
  }

  private void reveal(ElementRef ref) {
    designs
        .active()
        .ifPresent(
            document -> {
              Optional<Element> element = new ElementIndex(document.design()).find(ref);
              element.ifPresent(found -> Reveal.in(getSite().getPage(), List.of(found)));
            });
  }

  private final class Changes implements OpenDesigns.Listener {
    @Override
    public void designsChanged() {
      policy = null;
      answer.clear(designs.active().isPresent());
      updateTenants();
    }

    @Override
    public void happened(DesignDocument document, DesignDocument.Event event) {
      if (event == DesignDocument.Event.EDITED && policy != null) {
        policy = null;
        answer.outdated();
      }
    }

    private void updateTenants() {
      List<String> names =
          designs.active().stream()
              .flatMap(document -> document.design().getTenants().stream())
              .map(ModelDescriptions::label)
              .toList();
      tenant.removeAll();
      tenant.add("any");
      names.forEach(tenant::add);
      tenant.select(0);
      for (Control control : List.of(tenantLabel, tenant)) {
        control.setVisible(!names.isEmpty());
        GridDataFactory.swtDefaults().exclude(names.isEmpty()).applyTo(control);
      }
      tenant.getParent().layout();
    }
  }
}
