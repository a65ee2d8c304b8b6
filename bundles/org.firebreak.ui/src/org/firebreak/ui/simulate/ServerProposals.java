package org.firebreak.ui.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IContentProposalProvider;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Server;
import org.firebreak.ui.designs.OpenDesigns;

/** Proposes the servers of the active design whose name or address contains what is typed. */
final class ServerProposals implements IContentProposalProvider {
  private static final int MOST = 50;

  private final OpenDesigns designs;

  private ServerProposals(OpenDesigns designs) {
    this.designs = designs;
  }

  static void attach(Text text, OpenDesigns designs) {
    ContentProposalAdapter adapter =
        new ContentProposalAdapter(
            text, new TextContentAdapter(), new ServerProposals(designs), null, null);
    adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
    adapter.setAutoActivationDelay(150);
  }

  @Override
  public IContentProposal[] getProposals(String contents, int position) {
    String typed = contents.substring(0, position).strip().toLowerCase(Locale.ROOT);
    DesignDocument document = designs.active().orElse(null);
    if (document == null || typed.isEmpty()) {
      return new IContentProposal[0];
    }
    List<IContentProposal> proposals = new ArrayList<>();
    TreeIterator<EObject> all = document.design().eAllContents();
    while (all.hasNext() && proposals.size() < MOST) {
      if (all.next() instanceof Server server) {
        String name = ModelDescriptions.label(server);
        String label = name + "  " + ModelDescriptions.detail(server);
        if (label.toLowerCase(Locale.ROOT).contains(typed) && !name.equalsIgnoreCase(typed)) {
          proposals.add(new ContentProposal(name, label, null));
        }
      }
    }
    return proposals.toArray(IContentProposal[]::new);
  }
}
