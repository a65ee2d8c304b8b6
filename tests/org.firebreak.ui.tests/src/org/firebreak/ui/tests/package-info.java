/**
 * Tests of the window in a running workbench, with real mouse and keys. They run off the UI thread;
 * {@link org.firebreak.ui.tests.Ui} reaches it and waits for what is expected, {@link
 * org.firebreak.ui.tests.Hands} moves mouse and keys.
 */
package org.firebreak.ui.tests;
