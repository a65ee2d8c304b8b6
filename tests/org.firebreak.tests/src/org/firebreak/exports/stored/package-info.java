/** Tests of bundles that were written before: their integrity, signatures and ZIP files. */
package org.firebreak.exports.stored;
