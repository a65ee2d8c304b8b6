/**
 * What flows permit as sets of five-tuples: which flows others cover, alone or together, which of
 * several decides, and what one permits that no other does. Exact, and by the compiled policy
 * alone.
 *
 * <pre>
 * plane (routing domain × address family)     box of a flow
 *   points: servers in order, then networks     sources × destinations × services
 * </pre>
 */
package org.firebreak.core.coverage;
