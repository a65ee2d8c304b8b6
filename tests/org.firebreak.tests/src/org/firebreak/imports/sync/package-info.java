/** Tests of designs that are kept in step with inventories. */
package org.firebreak.imports.sync;
