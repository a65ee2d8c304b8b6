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
$ruleSet = 'host-f90dcd81'
$class = 'jump'
$rules = @(
  @{
    Name = 'firebreak-F-f4a2d236-in-tcp-c7863827'
    DisplayName = 'firebreak F-f4a2d236-in from mon1'
    Description = 'mon1 \u2192 * (00000000-0000-4000-8000-000000000067); owner operations; ticket OPS-201; expires 2031-12-31; every server is watched'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('9100')
    RemoteAddress = @('10.20.9.20')
  }
  @{
    Name = 'firebreak-F-e6e808d7-out-tcp-708930de'
    DisplayName = 'firebreak F-e6e808d7-out to app'
    Description = 'jump1 \u2192 app (00000000-0000-4000-8000-000000000074); owner operations; ticket OPS-204; expires 2031-12-31; administrators reach servers from the jump host alone'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('22')
    RemoteAddress = @('10.20.3.11-10.20.3.12')
  }
  @{
    Name = 'firebreak-F-292eaccf-out-tcp-ee45206c'
    DisplayName = 'firebreak F-292eaccf-out to db1'
    Description = 'jump1 \u2192 db1 (00000000-0000-4000-8000-000000000075); owner data team; ticket OPS-204; expires 2031-12-31; administrators reach servers from the jump host alone'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('22')
    RemoteAddress = @('10.20.4.11')
  }
)
$mode = 'Replace'
$gone = @()
