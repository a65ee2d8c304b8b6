/**
 * The command line: one class a command, over the same services as the window.
 *
 * <pre>
 * CliApplication (Equinox) --+
 *                            +--> Main.run(arguments, out, err) -> CommandLines -> a command -> exit code
 * main (plain Java) ---------+
 * </pre>
 */
package org.firebreak.cli;
