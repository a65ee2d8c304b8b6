/** Exports to AWS security groups, and the reader of them. */
package org.firebreak.exports.aws;
