/**
 * Strategies side by side: what group, micro and hybrid segmentation and the variants of a design
 * cost, and what they leave to an intruder.
 *
 * <pre>
 * Design ─► NamedStrategy* ─► CompiledPolicy ─┬─► SizingStudy ─┐
 *                                             ├─► BlastRadius ─┼─► StrategyResult* ─► rows
 *                                             └─► ChangeEffort ┘
 * </pre>
 */
package org.firebreak.core.compare;
