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
$ruleSet = 'host-dff2d583'
$class = 'pay'
$rules = @(
  @{
    Name = 'firebreak-F-b01e9c73-in-tcp-63768d48'
    DisplayName = 'firebreak F-b01e9c73-in from app'
    Description = 'app \u2192 pay1 (00000000-0000-4000-8000-000000000064); owner payment team; ticket SHOP-107; expires 2031-12-31; card data leave the application tier here alone'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('8443')
    RemoteAddress = @('10.20.3.11-10.20.3.12')
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
    Name = 'firebreak-F-037be7c1-in-tcp-10d301a4'
    DisplayName = 'firebreak F-037be7c1-in from lb'
    Description = 'lb \u2192 pay1 (00000000-0000-4000-8000-000000000077)'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('8443')
    RemoteAddress = @('10.20.1.11-10.20.1.12')
  }
)
$mode = 'Replace'
$gone = @()
