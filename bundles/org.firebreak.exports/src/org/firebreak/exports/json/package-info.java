/** Trees of objects as JSON that people can read and compare line by line. */
package org.firebreak.exports.json;
