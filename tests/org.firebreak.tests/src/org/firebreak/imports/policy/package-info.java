/** Tests of the import of existing rule bases. */
package org.firebreak.imports.policy;
