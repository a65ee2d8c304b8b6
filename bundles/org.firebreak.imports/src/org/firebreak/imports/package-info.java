/**
 * Import of inventories and port matrices into a design: {@link Importer} runs it, {@link
 * Importers} lists the formats.
 *
 * <pre>
 *   Importer ──► spi.ImportFormat (inventory, matrix) ──► facts ──► merge ──► ModelEdit
 * </pre>
 */
package org.firebreak.imports;
