package org.firebreak.ui.explorer;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.scene.Token;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Palette;

/** Picture, name and, in a muted colour, the detail of every node. */
final class NodeLabels extends LabelProvider implements IStyledLabelProvider {
  private static final StyledString.Styler MUTED =
      new StyledString.Styler() {
        @Override
        public void applyStyles(TextStyle style) {
          style.foreground = Palette.color(Token.MUTED);
        }
      };

  private final OpenDesigns designs;

  NodeLabels(OpenDesigns designs) {
    this.designs = designs;
  }

  @Override
  public String getText(Object node) {
    return getStyledText(node).getString();
  }

  @Override
  public StyledString getStyledText(Object node) {
    return switch (node) {
      case Folder folder -> text(folder.kind().label(), String.valueOf(folder.children().size()));
      case Range range -> text(range.label(), "");
      case Design design -> text(name(design), ModelDescriptions.label(design));
      default ->
          text(ModelDescriptions.label((EObject) node), ModelDescriptions.detail((EObject) node));
    };
  }

  @Override
  public Image getImage(Object node) {
    return switch (node) {
      case Folder folder -> Images.get(ModelDescriptions.icon(folder.kind().content()));
      case Range range -> Images.get("folder");
      default -> Images.of((EObject) node);
    };
  }

  private String name(Design design) {
    return designs.of(design).map(DesignDocument::name).orElse("");
  }

  private static StyledString text(String label, String detail) {
    StyledString text = new StyledString(label);
    if (!detail.isEmpty()) {
      text.append("  " + detail, MUTED);
    }
    return text;
  }
}
