package org.firebreak.ui.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** A page of settings that are kept in one node of the workspace. */
abstract class SettingsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
  private final ScopedPreferenceStore store;

  SettingsPage(String node) {
    super(GRID);
    store = new ScopedPreferenceStore(InstanceScope.INSTANCE, node);
    setPreferenceStore(store);
  }

  @Override
  public void init(IWorkbench workbench) {}

  /** A setting that is on or off. */
  final void onOff(String key, String label, boolean standard) {
    store.setDefault(key, standard);
    addField(new BooleanFieldEditor(key, label, getFieldEditorParent()));
  }

  /** A whole number; what is outside of the limits is refused at the field. */
  final void number(String key, String label, int standard, int least, int most) {
    store.setDefault(key, standard);
    IntegerFieldEditor field = new IntegerFieldEditor(key, label, getFieldEditorParent(), 5);
    field.setValidRange(least, most);
    field.setErrorMessage("A whole number from " + least + " to " + most + " is needed");
    addField(field);
  }

  /**
   * One of several.
   *
   * @param choices what people read and what is stored
   */
  final void choice(String key, String label, String standard, String[][] choices) {
    store.setDefault(key, standard);
    addField(new ComboFieldEditor(key, label, choices, getFieldEditorParent()));
  }
}
