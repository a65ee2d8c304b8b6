/** Runs UI tests in a started workbench for {@code releng/dev uitest}; no part of the product. */
package org.firebreak.dev.tests;
