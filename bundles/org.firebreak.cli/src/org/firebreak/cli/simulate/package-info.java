/**
 * What the intended policy says of connections that people name in words.
 *
 * <pre>
 * Query (texts) -> Simulator -> EndFinder, Protocols -> CompiledPolicy.decide -> Answer
 * TupleFile: many queries, a row each
 * </pre>
 */
package org.firebreak.cli.simulate;
