package org.firebreak.ui.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IContentProposalProvider;
import org.firebreak.core.service.ServiceEntry;
import org.firebreak.core.table.TableColumn;
import org.firebreak.core.table.TableRows;

/** Names that go on as what is typed, the shortest first; none for what names one already. */
final class NameProposals implements IContentProposalProvider {
  private static final int MOST = 50;

  private final TableRows rows;
  private final TableColumn column;

  NameProposals(TableRows rows, TableColumn column) {
    this.rows = rows;
    this.column = column;
  }

  @Override
  public IContentProposal[] getProposals(String contents, int position) {
    int start = column.id().equals("services") ? ServiceEntry.itemStart(contents, position) : 0;
    String part =
        contents.substring(Math.min(start, position), position).strip().toLowerCase(Locale.ROOT);
    if (part.isEmpty()) {
      return new IContentProposal[0];
    }
    List<String> found = new ArrayList<>();
    for (String name : column.input().proposals().apply(rows.data())) {
      if (name.toLowerCase(Locale.ROOT).contains(part)) {
        found.add(name);
      }
    }
    found.sort(
        Comparator.comparing((String name) -> !name.toLowerCase(Locale.ROOT).startsWith(part))
            .thenComparing(String::length));
    boolean complete = found.size() == 1 && found.get(0).equalsIgnoreCase(part);
    return complete
        ? new IContentProposal[0]
        : found.stream()
            .limit(MOST)
            .map(
                name ->
                    new ContentProposal(
                        contents.substring(0, start) + name, name, null, start + name.length()))
            .toArray(IContentProposal[]::new);
  }
}
