/**
 * Proof that what was written is what was compiled: artefacts are read back by a reader of their
 * format and compared with the rule sets over all connections.
 */
package org.firebreak.exports.verify;
