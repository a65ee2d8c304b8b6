package org.firebreak.ui.properties;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.service.ServiceEntry;
import org.firebreak.core.service.ServiceProposals;
import org.firebreak.model.Design;
import org.firebreak.model.Service;

/** A field in which services are typed, with completion; Enter adds them. */
final class ServiceInput {
  private static final int MOST = 12;

  private final FieldFrame frame;
  private final Consumer<List<Service>> target;
  private final Text text;
  private final ContentProposalAdapter completion;
  private Design design;

  ServiceInput(Composite area, FieldFrame frame, Consumer<List<Service>> target) {
    this.frame = frame;
    this.target = target;
    text = new Text(area, SWT.BORDER | SWT.SINGLE);
    text.setMessage("https, tcp/8443");
    text.setToolTipText("Type services to add, such as https or tcp/8000-8010, udp/53");
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .span(2, 1)
        .hint(40, SWT.DEFAULT)
        .applyTo(text);
    Typing.watch(text);
    completion =
        new ContentProposalAdapter(text, new TextContentAdapter(), this::proposals, null, null);
    completion.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_IGNORE);
    completion.addContentProposalListener(this::complete);
    completion.setPopupSize(new Point(280, 180));
    completion.setPropagateKeys(true);
    completion.setAutoActivationCharacters(null);
    text.addListener(SWT.Modify, event -> check());
    text.addListener(SWT.KeyDown, this::key);
    text.addListener(SWT.DefaultSelection, event -> commit());
    text.addListener(
        SWT.FocusOut,
        event -> {
          if (!completion.isProposalPopupOpen()) {
            commit();
          }
        });
  }

  /** What is typed and not added is dropped. */
  void show(Design design) {
    this.design = design;
    clear();
  }

  /** Adds what is typed unless it makes no sense. */
  void commit() {
    if (design == null || text.getText().isBlank()) {
      return;
    }
    List<Service> services;
    try {
      services = new ServiceEntry(design).parse(text.getText());
    } catch (IllegalArgumentException e) {
      frame.showProblem(e.getMessage());
      return;
    }
    clear();
    target.accept(services);
  }

  private void clear() {
    text.setText("");
    Typing.of(text).reset();
    frame.clearProblem();
  }

  private void check() {
    try {
      if (design != null && !text.getText().isBlank()) {
        new ServiceEntry(design).parse(text.getText());
      }
      frame.clearProblem();
    } catch (IllegalArgumentException e) {
      frame.showProblem(e.getMessage());
    }
  }

  private void key(Event event) {
    if (event.keyCode == SWT.ESC && !completion.isProposalPopupOpen()) {
      clear();
    }
  }

  private IContentProposal[] proposals(String contents, int caret) {
    String typed = contents.substring(ServiceEntry.itemStart(contents, caret), caret);
    if (design == null || typed.isBlank()) {
      return new IContentProposal[0];
    }
    return ServiceProposals.of(design, typed, MOST).stream()
        .map(ServiceInput::proposal)
        .toArray(IContentProposal[]::new);
  }

  private static IContentProposal proposal(ServiceProposals.Proposal proposal) {
    return new ContentProposal(proposal.name(), proposal.name() + "  " + proposal.covers(), null);
  }

  /** Puts the completed item in the place of what was typed of it. */
  private void complete(IContentProposal proposal) {
    String contents = text.getText();
    int caret = text.getCaretPosition();
    int start = ServiceEntry.itemStart(contents, caret);
    text.setText(contents.substring(0, start) + proposal.getContent() + contents.substring(caret));
    text.setSelection(start + proposal.getContent().length());
  }
}
