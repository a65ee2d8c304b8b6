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
import org.firebreak.model.Element;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.Token;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.findings.Findings;
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
  private final Findings findings;

  NodeLabels(OpenDesigns designs, Findings findings) {
    this.designs = designs;
    this.findings = findings;
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
      case Folder folder ->
          Images.badged(ModelDescriptions.icon(folder.kind().content()), worst(folder));
      case Range range -> Images.get("folder");
      default -> Images.of((EObject) node, alarm((EObject) node));
    };
  }

  private Alarm worst(Folder folder) {
    Alarm worst = Alarm.NONE;
    for (EObject child : folder.children()) {
      worst = worst.worse(alarm(child));
      if (worst == Alarm.ERROR) {
        break;
      }
    }
    return worst;
  }

  /** The worst on the element or on anything in it. */
  private Alarm alarm(EObject node) {
    return node instanceof Element element
        ? designs.of(element).map(document -> findings.inside(document, element)).orElse(Alarm.NONE)
        : Alarm.NONE;
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
