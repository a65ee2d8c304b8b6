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
$ruleSet = 'host-d7d807a5'
$class = 'NSX Controller'
$rules = @(
  @{
    Name = 'firebreak-F-f02c21b5-in-tcp-56c53099'
    DisplayName = 'firebreak F-f02c21b5-in from ESXi host'
    Description = 'ESXi host \u2192 NSX Controller (00000000-0000-4000-8000-000000000068); owner platform team; ticket NSX-3; expires 2031-12-31; hosts learn where machines are'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('1234')
    RemoteAddress = @('198.51.100.65-198.51.100.68')
  }
  @{
    Name = 'firebreak-F-52e163b8-in-tcp-15f8fa34'
    DisplayName = 'firebreak F-52e163b8-in from REST client'
    Description = 'REST client \u2192 NSX Controller (00000000-0000-4000-8000-000000000071); owner automation team; ticket NSX-6; expires 2031-12-31; controllers are queried'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('443')
    RemoteAddress = @('198.51.100.9')
  }
  @{
    Name = 'firebreak-F-dd9cfff7-in-tcp-4e02916c'
    DisplayName = 'firebreak F-dd9cfff7-in from NSX Controller'
    Description = 'NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000072), NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000073), NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000074); owner platform team; ticket NSX-7; expires 2031-12-31; controllers share th\u2026'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('2878', '2888', '3888', '7777', '30865')
    RemoteAddress = @('198.51.100.37-198.51.100.39')
  }
  @{
    Name = 'firebreak-F-f562ff8d-in-tcp-1776e7ee'
    DisplayName = 'firebreak F-f562ff8d-in from OVSDB'
    Description = 'OVSDB \u2192 NSX Controller (00000000-0000-4000-8000-000000000088); owner network team; ticket NSX-15; expires 2031-12-31; hardware gateways learn where machines are'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('6640')
    RemoteAddress = @('203.0.113.97')
  }
  @{
    Name = 'firebreak-F-dd9cfff7-out-tcp-dbd7c4ca'
    DisplayName = 'firebreak F-dd9cfff7-out to NSX Controller'
    Description = 'NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000072), NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000073), NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000074); owner platform team; ticket NSX-7; expires 2031-12-31; controllers share th\u2026'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('2878', '2888', '3888', '7777', '30865')
    RemoteAddress = @('198.51.100.37-198.51.100.39')
  }
)
$mode = 'Replace'
$gone = @()
