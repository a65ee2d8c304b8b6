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
$ruleSet = 'host-45b1fa56'
$class = 'VTEP'
$rules = @(
  @{
    Name = 'firebreak-F-4ffbfc53-in-udp-03dc2fb6'
    DisplayName = 'firebreak F-4ffbfc53-in from VTEP'
    Description = 'VTEP \u2192 VTEP (00000000-0000-4000-8000-000000000081); owner network team; ticket NSX-11; expires 2031-12-31; all traffic between machines on different hosts'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('8472')
    RemoteAddress = @('203.0.113.65-203.0.113.68')
  }
  @{
    Name = 'firebreak-F-4ffbfc53-out-udp-d2800b0d'
    DisplayName = 'firebreak F-4ffbfc53-out to VTEP'
    Description = 'VTEP \u2192 VTEP (00000000-0000-4000-8000-000000000081); owner network team; ticket NSX-11; expires 2031-12-31; all traffic between machines on different hosts'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('8472')
    RemoteAddress = @('203.0.113.65-203.0.113.68')
  }
)
$mode = 'Replace'
$gone = @()
