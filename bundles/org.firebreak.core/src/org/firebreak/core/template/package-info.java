/**
 * Designs to begin with: zones, groups, servers, flows, tripwires and enforcement points of data
 * centres as they are often built. They have no diagram; whoever shows them lays one out.
 *
 * <pre>
 *   Template ──► ThreeTier, MultiTenant, HybridSegmentation ──► TemplateBuilder
 * </pre>
 */
package org.firebreak.core.template;
