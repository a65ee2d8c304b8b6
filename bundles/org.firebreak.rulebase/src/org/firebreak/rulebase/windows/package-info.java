/**
 * Reads rules of Windows Defender Firewall from PowerShell scripts: rules as literal data in {@code
 * $rules}, and commands {@code New-NetFirewallRule} with literal arguments.
 */
package org.firebreak.rulebase.windows;
