/** Files to import: what kind they are, how large they may be, and places in them for messages. */
package org.firebreak.imports.input;
