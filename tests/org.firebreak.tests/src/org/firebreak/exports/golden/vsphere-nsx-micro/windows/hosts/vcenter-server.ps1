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
$ruleSet = 'host-a9e454d0'
$class = 'vCenter Server'
$rules = @(
  @{
    Name = 'firebreak-F-292eaccf-in-tcp-a22af17d'
    DisplayName = 'firebreak F-292eaccf-in from NSX Manager'
    Description = 'NSX Manager \u2192 vCenter Server (00000000-0000-4000-8000-000000000075); owner platform team; ticket NSX-8; expires 2031-12-31; the inventory of machines is read'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('80', '443')
    RemoteAddress = @('198.51.100.33')
  }
  @{
    Name = 'firebreak-F-e22ff5d1-in-tcp-129bcdce'
    DisplayName = 'firebreak F-e22ff5d1-in from NSX Manager'
    Description = 'NSX Manager \u2192 vCenter Server (00000000-0000-4000-8000-000000000076); owner platform team; ticket NSX-8; expires 2031-12-31; the inventory of machines is read'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('902')
    RemoteAddress = @('198.51.100.33')
  }
)
$mode = 'Replace'
$gone = @()
