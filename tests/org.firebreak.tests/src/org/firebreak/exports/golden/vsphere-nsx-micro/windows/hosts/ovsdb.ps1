#Requires -RunAsAdministrator
#Requires -Version 5.1
# Written by Firebreak; change the design instead. The guide has a page about
# Windows Defender Firewall that says how to run it.
[CmdletBinding(SupportsShouldProcess = $true)]
param(
  [ValidateSet('Apply', 'Keep', 'RollBack')] [string] $Action = 'Apply',
  [ValidateRange(0, 86400)] [int] $Seconds = 300,
  [string] $State = "$env:ProgramData\Firebreak",
  [string[]] $KeepGroup = @('@FirewallAPI.dll,-25000'),
  [switch] $KeepOthers
)
$ruleSet = 'host-ac31840b'
$class = 'OVSDB'
$rules = @(
  @{
    Name = 'firebreak-F-f562ff8d-out-tcp-8687405c'
    DisplayName = 'firebreak F-f562ff8d-out to NSX Controller'
    Description = 'OVSDB \u2192 NSX Controller (00000000-0000-4000-8000-000000000088); owner network team; ticket NSX-15; expires 2031-12-31; hardware gateways learn where machines are'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('6640')
    RemoteAddress = @('198.51.100.37-198.51.100.39')
  }
)
$mode = 'Replace'
$gone = @()
