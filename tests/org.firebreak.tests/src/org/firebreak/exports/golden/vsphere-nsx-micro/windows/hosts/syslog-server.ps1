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
$ruleSet = 'host-044c4d9c'
$class = 'Syslog server'
$rules = @(
  @{
    Name = 'firebreak-F-1f5b34bf-in-tcp-ccd18f6d'
    DisplayName = 'firebreak F-1f5b34bf-in from NSX Manager'
    Description = 'NSX Manager \u2192 Syslog server (00000000-0000-4000-8000-000000000086), NSX Manager \u2192 Syslog server (00000000-0000-4000-8000-000000000087); owner security team; ticket NSX-14; expires 2031-12-31; events are kept for a year'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('514')
    RemoteAddress = @('198.51.100.33')
  }
  @{
    Name = 'firebreak-F-1f5b34bf-in-udp-52fb4f25'
    DisplayName = 'firebreak F-1f5b34bf-in from NSX Manager'
    Description = 'NSX Manager \u2192 Syslog server (00000000-0000-4000-8000-000000000086), NSX Manager \u2192 Syslog server (00000000-0000-4000-8000-000000000087); owner security team; ticket NSX-14; expires 2031-12-31; events are kept for a year'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('514')
    RemoteAddress = @('198.51.100.33')
  }
)
$mode = 'Replace'
$gone = @()
