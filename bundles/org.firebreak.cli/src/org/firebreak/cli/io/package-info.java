/** Where the command line writes: console, progress, files, JSON, CSV and tables. */
package org.firebreak.cli.io;
