/** Tests of profile files. */
package org.firebreak.imports.profile;
