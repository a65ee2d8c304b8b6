/** Exported scripts and modules are read by parsers of their languages that are not ours. */
package org.firebreak.exports.syntax;
