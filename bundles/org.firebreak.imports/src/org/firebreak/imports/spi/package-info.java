/**
 * What a format has to provide to be imported, and the facts it yields: servers and flows as the
 * file states them, not yet elements of a design.
 */
package org.firebreak.imports.spi;
