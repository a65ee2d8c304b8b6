/** The command line as a user runs it: arguments in, exit code, output and files out. */
package org.firebreak.cli;
