package org.firebreak.ui.tables;

import org.eclipse.nebula.widgets.nattable.command.AbstractLayerCommandHandler;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.edit.command.EditSelectionCommand;
import org.eclipse.nebula.widgets.nattable.edit.command.EditUtils;
import org.eclipse.nebula.widgets.nattable.edit.event.InlineCellEditEvent;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;

/**
 * Opens the control in the cell with the focus, however many are selected: what is entered goes to
 * all of them, without a dialog.
 */
final class EditCell extends AbstractLayerCommandHandler<EditSelectionCommand> {
  private final SelectionLayer selection;

  EditCell(SelectionLayer selection) {
    this.selection = selection;
  }

  @Override
  public Class<EditSelectionCommand> getCommandClass() {
    return EditSelectionCommand.class;
  }

  @Override
  protected boolean doCommand(EditSelectionCommand command) {
    PositionCoordinate anchor = selection.getSelectionAnchor();
    if (anchor.getRowPosition() < 0 || anchor.getColumnPosition() < 0) {
      return true;
    }
    ILayerCell cell =
        selection.getCellByPosition(anchor.getColumnPosition(), anchor.getRowPosition());
    if (cell != null && EditUtils.isCellEditable(cell, command.getConfigRegistry())) {
      Object first = command.getCharacter();
      selection.fireLayerEvent(
          new InlineCellEditEvent(
              new PositionCoordinate(anchor),
              command.getParent(),
              command.getConfigRegistry(),
              first == null ? cell.getDataValue() : first));
    }
    return true;
  }
}
