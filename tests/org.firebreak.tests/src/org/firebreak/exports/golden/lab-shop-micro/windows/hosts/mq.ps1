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
$ruleSet = 'host-cb359a53'
$class = 'mq'
$rules = @(
  @{
    Name = 'firebreak-F-0d58c8f6-in-tcp-fdeb774f'
    DisplayName = 'firebreak F-0d58c8f6-in from app'
    Description = 'app \u2192 mq1 (00000000-0000-4000-8000-000000000063); owner shop team; ticket SHOP-106; expires 2031-12-31; orders are announced to other programs'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('5672')
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
)
$mode = 'Replace'
$gone = @()
