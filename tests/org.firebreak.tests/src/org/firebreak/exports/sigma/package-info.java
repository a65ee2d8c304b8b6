/** Tests of the export to Sigma. */
package org.firebreak.exports.sigma;
