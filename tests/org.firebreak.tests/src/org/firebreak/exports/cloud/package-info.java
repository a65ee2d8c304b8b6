/** What tests of platforms with rules at the interfaces of instances have in common. */
package org.firebreak.exports.cloud;
