/**
 * Brings facts into a design by name, so that importing the same file again changes nothing. What a
 * file does not speak of stays; what has gone from a file is reported, never deleted.
 *
 * <pre>
 *   ServerFact ──► ServerMerge ──► Placement (tenants, zones, groups)
 *   FlowFact   ──► FlowMerge   ──► EndpointResolver, ServiceMerge
 * </pre>
 */
package org.firebreak.imports.merge;
