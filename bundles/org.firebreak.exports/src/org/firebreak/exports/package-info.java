/**
 * How a compiled policy leaves for production: the contract between platforms and bundles.
 *
 * <pre>
 * CompiledPolicy -> Exporter (one a platform) -> ExportSink: files, provenance, limitations
 * </pre>
 *
 * The bundle package knows the platforms and writes whole bundles; a platform knows this package
 * only.
 */
package org.firebreak.exports;
