package org.firebreak.ui.preferences;

/** Autosave and validation. */
public final class GeneralPage extends SettingsPage {
  private static final int MOST_SECONDS = 3600;

  public GeneralPage() {
    super("org.firebreak.ui");
    setDescription("What Firebreak does by itself while a design is edited.");
  }

  @Override
  protected void createFieldEditors() {
    number("autosaveSeconds", "Keep a recovery copy every … s (0: never)", 60, 0, MOST_SECONDS);
    onOff("validateWhileEditing", "Validate while a design is edited", true);
  }
}
