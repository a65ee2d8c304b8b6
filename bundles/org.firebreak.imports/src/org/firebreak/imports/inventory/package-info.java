/** Formats that list servers: tables, RVTools exports of vSphere, dumps of NetBox. */
package org.firebreak.imports.inventory;
