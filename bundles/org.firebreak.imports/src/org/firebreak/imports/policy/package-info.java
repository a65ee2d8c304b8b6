/**
 * Existing rule bases as flows: what their packet filters permit in the end.
 *
 * <pre>
 *   PolicyBase (files, reader) ──► Permits ──► HostTraffic ──► PolicyFacts ──► merge
 * </pre>
 */
package org.firebreak.imports.policy;
