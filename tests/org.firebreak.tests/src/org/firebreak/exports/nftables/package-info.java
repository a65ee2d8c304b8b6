/** Tests of the nftables exporter, with a reader of what it writes and with nft itself. */
package org.firebreak.exports.nftables;
