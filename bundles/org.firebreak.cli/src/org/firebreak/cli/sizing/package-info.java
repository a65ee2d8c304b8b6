/** A sizing study and the catalogue of appliances in a terminal and as JSON. */
package org.firebreak.cli.sizing;
