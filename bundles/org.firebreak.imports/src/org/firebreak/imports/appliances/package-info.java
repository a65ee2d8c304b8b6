/** The appliances of a project, from the table beside its designs. */
package org.firebreak.imports.appliances;
