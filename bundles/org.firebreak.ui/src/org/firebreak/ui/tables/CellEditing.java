package org.firebreak.ui.tables;

import java.util.List;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.IEditableRule;
import org.eclipse.nebula.widgets.nattable.data.validate.DataValidator;
import org.eclipse.nebula.widgets.nattable.data.validate.ValidationFailedException;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.edit.action.KeyEditAction;
import org.eclipse.nebula.widgets.nattable.edit.action.MouseEditAction;
import org.eclipse.nebula.widgets.nattable.edit.editor.ComboBoxCellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.ICellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.TextCellEditor;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.LetterOrDigitKeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.firebreak.core.table.CellInput;
import org.firebreak.core.table.TableColumn;
import org.firebreak.core.table.TableRows;

/**
 * How cells are edited: F2, a letter or a double click opens the control of the column, Enter and
 * Tab take the entry and go on, Escape leaves it. What does not fit is said at once and not taken.
 */
final class CellEditing extends AbstractRegistryConfiguration {
  private static final int CHOICES = 10;

  private final TableRows rows;

  CellEditing(TableRows rows) {
    this.rows = rows;
  }

  static String label(TableColumn column) {
    return "column-" + column.id();
  }

  @Override
  public void configureRegistry(IConfigRegistry registry) {
    for (TableColumn column : rows.kind().columns()) {
      if (column.isEditable()) {
        String label = label(column);
        registry.registerConfigAttribute(
            EditConfigAttributes.CELL_EDITABLE_RULE,
            IEditableRule.ALWAYS_EDITABLE,
            DisplayMode.EDIT,
            label);
        registry.registerConfigAttribute(
            EditConfigAttributes.CELL_EDITOR, editor(column), DisplayMode.EDIT, label);
        registry.registerConfigAttribute(
            EditConfigAttributes.DATA_VALIDATOR, new Check(column), DisplayMode.EDIT, label);
      }
    }
  }

  private ICellEditor editor(TableColumn column) {
    if (column.input().kind() == CellInput.Kind.CHOICE) {
      List<String> choices = column.input().proposals().apply(rows.data());
      return new ComboBoxCellEditor(choices, Math.min(CHOICES, choices.size()));
    }
    TextCellEditor editor = new TextCellEditor(true, true);
    editor.setErrorDecorationEnabled(true);
    if (column.input().kind() == CellInput.Kind.COMPLETION) {
      editor.enableContentProposal(
          new TextContentAdapter(), new NameProposals(rows, column), null, null);
    }
    return editor;
  }

  @Override
  public void configureUiBindings(UiBindingRegistry bindings) {
    KeyEditAction edit = new KeyEditAction();
    bindings.registerKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.F2), edit);
    bindings.registerKeyBinding(new LetterOrDigitKeyEventMatcher(), edit);
    bindings.registerKeyBinding(new LetterOrDigitKeyEventMatcher(SWT.SHIFT), edit);
    bindings.registerFirstDoubleClickBinding(
        new MouseEventMatcher(SWT.NONE, GridRegion.BODY, MouseEventMatcher.LEFT_BUTTON),
        new MouseEditAction());
  }

  private final class Check extends DataValidator {
    private final TableColumn column;

    private Check(TableColumn column) {
      this.column = column;
    }

    @Override
    public boolean validate(int columnIndex, int rowIndex, Object value) {
      try {
        column.check(rows.get(rowIndex), value == null ? "" : value.toString(), rows.data());
        return true;
      } catch (IllegalArgumentException e) {
        throw new ValidationFailedException(e.getMessage(), e);
      }
    }
  }
}
