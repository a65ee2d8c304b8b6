/**
 * The Sizing page of the editor: parameters, appliances and estimates, and what comes of them.
 *
 * <pre>
 *   firewall │ verdict              SizingPage
 *   need, binding constraint, load  ResultBand
 *   ───────────────────────────────
 *   Parameters Catalogue Devices …  one class a tab
 * </pre>
 */
package org.firebreak.ui.sizing;
