/**
 * How far an intruder gets: which servers can be reached from a compromised one.
 *
 * <pre>
 * CompiledPolicy ─► ServerClasses ─► ReachGraph ─┬─► Closure ─► BlastRadius
 *                   (servers that    (class ─►   └─► AttackPaths
 *                    stand alike)     way ─► class)
 * </pre>
 *
 * Everything follows from the compiled policy, for whole classes of servers instead of pairs. The
 * definition is in docs/decisions/0018-blast-radius.md.
 */
package org.firebreak.core.reach;
