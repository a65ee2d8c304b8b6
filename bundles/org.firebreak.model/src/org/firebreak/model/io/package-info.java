/** The {@code *.firebreak} file: secure loading, deterministic and atomic saving, new elements. */
package org.firebreak.model.io;
