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
$ruleSet = 'host-b02afb58'
$class = 'cli'
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
    Name = 'firebreak-F-bb8aeca4-out-tcp-71be5c3f'
    DisplayName = 'firebreak F-bb8aeca4-out to lb'
    Description = 'clients \u2192 lb (00000000-0000-4000-8000-000000000058); owner web team; ticket SHOP-101; expires 2031-12-31; the shop sells over HTTPS alone'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('443')
    RemoteAddress = @('10.20.1.11-10.20.1.12')
  }
)
$mode = 'Replace'
$gone = @()
