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
$ruleSet = 'host-d3bb5e34'
$class = 'bkp'
$rules = @(
  @{
    Name = 'firebreak-F-3d6f4ff9-in-tcp-193e0b70'
    DisplayName = 'firebreak F-3d6f4ff9-in from db1'
    Description = 'db1 \u2192 bkp1 (00000000-0000-4000-8000-000000000066); owner data team; ticket SHOP-109; expires 2031-12-31; nightly copy of the database'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('873')
    RemoteAddress = @('10.20.4.11')
  }
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
    Name = 'firebreak-F-e22ff5d1-out-tcp-11d76909'
    DisplayName = 'firebreak F-e22ff5d1-out to db2'
    Description = 'bkp1 \u2192 db2 (00000000-0000-4000-8000-000000000076); owner data team'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('22')
    RemoteAddress = @('10.20.4.12')
  }
)
$mode = 'Replace'
$gone = @()
