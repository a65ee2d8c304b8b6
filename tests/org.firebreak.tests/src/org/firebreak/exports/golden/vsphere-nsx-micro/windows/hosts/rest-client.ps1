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
$ruleSet = 'host-1fafa10f'
$class = 'REST client'
$rules = @(
  @{
    Name = 'firebreak-F-52e163b8-out-tcp-744a4db8'
    DisplayName = 'firebreak F-52e163b8-out to NSX Controller'
    Description = 'REST client \u2192 NSX Controller (00000000-0000-4000-8000-000000000071); owner automation team; ticket NSX-6; expires 2031-12-31; controllers are queried'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('443')
    RemoteAddress = @('198.51.100.37-198.51.100.39')
  }
)
$mode = 'Replace'
$gone = @()
