/** Tests that bundles do what the design says, and that verification finds where they do not. */
package org.firebreak.exports.verify;
