/** Tests of the exporters' contract, and designs that several of them share. */
package org.firebreak.exports;
