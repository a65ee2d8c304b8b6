package org.firebreak.ui.preferences;

/** How numbers are written. */
public final class UnitsPage extends SettingsPage {

  public UnitsPage() {
    super("org.firebreak.ui");
    setDescription(
        "How throughput is written in properties and tables. Where it is typed, 240M,\n"
            + "1.1 Gbit/s and 1100000000 are understood in either case.");
  }

  @Override
  protected void createFieldEditors() {
    choice(
        Units.PREFIXES,
        "Throughput",
        "true",
        new String[][] {
          {"With SI prefixes: 1.1 Gbit/s", "true"}, {"Plain: 1100000000 bit/s", "false"}
        });
  }
}
