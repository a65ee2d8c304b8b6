/**
 * What the intended policy says of connections that people name in words.
 *
 * <pre>
 * Query (texts) -> Simulator -> EndFinder, Protocols -> CompiledPolicy.decide -> Answer
 * </pre>
 */
package org.firebreak.core.simulate;
