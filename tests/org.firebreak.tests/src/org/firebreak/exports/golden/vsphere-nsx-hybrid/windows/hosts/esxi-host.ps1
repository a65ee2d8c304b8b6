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
$ruleSet = 'host-a6ce376a'
$class = 'ESXi host'
$rules = @(
  @{
    Name = 'firebreak-F-f4a2d236-in-udp-0f34f3ac'
    DisplayName = 'firebreak F-f4a2d236-in from ESXi host'
    Description = 'ESXi host \u2192 ESXi host (00000000-0000-4000-8000-000000000067); owner platform team; ticket NSX-2; expires 2031-12-31; logical routers resolve addresses'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('6999')
    RemoteAddress = @('198.51.100.65-198.51.100.68')
  }
  @{
    Name = 'firebreak-F-cb8a84e1-in-tcp-90fa1dbf'
    DisplayName = 'firebreak F-cb8a84e1-in from NSX Manager'
    Description = 'NSX Manager \u2192 ESXi host (00000000-0000-4000-8000-000000000077), NSX Manager \u2192 ESXi host (00000000-0000-4000-8000-000000000078); owner platform team; ticket NSX-9; expires 2031-12-31; hosts are prepared'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('443', '902')
    RemoteAddress = @('198.51.100.33')
  }
  @{
    Name = 'firebreak-F-3d6f4ff9-out-tcp-84a09919'
    DisplayName = 'firebreak F-3d6f4ff9-out to NSX Manager'
    Description = 'ESXi host \u2192 NSX Manager (00000000-0000-4000-8000-000000000066); owner platform team; ticket NSX-1; expires 2031-12-31; hosts get their firewall rules'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('5671')
    RemoteAddress = @('198.51.100.33')
  }
  @{
    Name = 'firebreak-F-f4a2d236-out-udp-8a2409f9'
    DisplayName = 'firebreak F-f4a2d236-out to ESXi host'
    Description = 'ESXi host \u2192 ESXi host (00000000-0000-4000-8000-000000000067); owner platform team; ticket NSX-2; expires 2031-12-31; logical routers resolve addresses'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('6999')
    RemoteAddress = @('198.51.100.65-198.51.100.68')
  }
  @{
    Name = 'firebreak-F-f02c21b5-out-tcp-082cc719'
    DisplayName = 'firebreak F-f02c21b5-out to NSX Controller'
    Description = 'ESXi host \u2192 NSX Controller (00000000-0000-4000-8000-000000000068); owner platform team; ticket NSX-3; expires 2031-12-31; hosts learn where machines are'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('1234')
    RemoteAddress = @('198.51.100.37-198.51.100.39')
  }
)
$mode = 'Replace'
$gone = @()
