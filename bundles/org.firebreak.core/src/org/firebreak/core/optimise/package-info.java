/**
 * Which groups to microsegment: the least blast radius for an effort, or the least effort for a
 * blast radius.
 *
 * <pre>
 * Design ─► Candidates ─► Search (ExactSearch, GreedySearch) ─► Plan ─► StrategyEdit
 *                │                       │
 *                └─► LowerBound ─────────┘
 * </pre>
 *
 * Method and bound are explained in docs/decisions/0018-blast-radius.md.
 */
package org.firebreak.core.optimise;
